mod login;
mod logout;
mod refresh;
mod token;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    [login::tests(), logout::tests(), refresh::tests(), token::tests()].into_iter().flatten().collect()
}
