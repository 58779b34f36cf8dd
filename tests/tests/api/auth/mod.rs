mod login;
mod logout;
mod password;
mod refresh;
mod sessions;
mod token;
mod two_factor;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    let areas = [
        login::tests(),
        logout::tests(),
        password::tests(),
        refresh::tests(),
        sessions::tests(),
        token::tests(),
        two_factor::tests(),
    ];
    areas.into_iter().flatten().collect()
}
