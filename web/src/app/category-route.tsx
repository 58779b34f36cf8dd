import { useParams, useSearch } from "@tanstack/react-router";
import { CategoryPage } from "@/features/categories/category-page";
import { NewCategoryPage } from "@/features/categories/new-category-page";

export function NewCategoryRoute() {
  const { team } = useSearch({ from: "/signed-in/admin/categories/new" });
  return <NewCategoryPage teamId={team} />;
}

export function CategoryRoute() {
  const { categoryId } = useParams({ from: "/signed-in/admin/categories/$categoryId" });
  return <CategoryPage key={categoryId} categoryId={categoryId} />;
}
