mod activity;
mod assign;
mod bulk;
mod create;
mod links;
mod list;
mod merge;
mod permissions;
mod plan;
mod read;
mod remove;
mod tasks;
mod update;
mod watchers;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    let all = [
        activity::tests(),
        assign::tests(),
        bulk::tests(),
        create::tests(),
        links::tests(),
        list::tests(),
        merge::tests(),
        permissions::tests(),
        plan::tests(),
        read::tests(),
        remove::tests(),
        tasks::tests(),
        update::tests(),
        watchers::tests(),
    ];
    all.into_iter().flatten().collect()
}
