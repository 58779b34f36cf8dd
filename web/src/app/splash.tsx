import classes from "@/app/splash.module.css";
import { ErrorState } from "@/shared/ui/error-state";
import { Logo } from "@/shared/ui/logo";

export function Splash({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <main className={classes.splash}>
      {error ? (
        <ErrorState
          isPage
          error={error}
          title="Seaversity could not be reached"
          onRetry={onRetry}
        />
      ) : (
        <div className={classes.mark} role="status">
          <Logo size={52} />
          <span className="sv-visually-hidden">Loading Seaversity</span>
        </div>
      )}
    </main>
  );
}
