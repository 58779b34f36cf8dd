mod activity;
mod assign;
mod create;
mod list;
mod permissions;
mod read;
mod update;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    let all = [
        activity::tests(),
        assign::tests(),
        create::tests(),
        list::tests(),
        permissions::tests(),
        read::tests(),
        update::tests(),
    ];
    all.into_iter().flatten().collect()
}
