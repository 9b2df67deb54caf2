//! A new role is right in any registry, under any id.

use super::registries::{file, registry};
use proptest::prelude::*;
use roles::model::RoleId;
use roles::problem::Code;
use roles::render::role_file;
use roles::{check, resolve};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_new_role_is_right_in_any_registry(mut sources in registry(), id in "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,4}", has_schemas: bool) {
        let before = resolve::read(&sources).unwrap();
        // A word that Windows keeps for a device is none.
        let id = RoleId::parse(&id);
        prop_assume!(id.is_ok());
        let id = id.unwrap();
        prop_assume!(before.role_by_id(id.as_str()).is_none());
        prop_assume!(!["registry", "team"].contains(&id.as_str()));
        let text = role_file(&id, &before, has_schemas);
        sources.files.push(file(id.as_str(), text.clone()));
        let after = resolve::read(&sources);
        let after = after.map_err(|problems| TestCaseError::fail(format!("{problems:#?} in\n{text}")))?;
        let role = after.role_by_id(id.as_str()).unwrap();
        prop_assert_eq!(after.tasks().count(), before.tasks().count() + 1);
        // Nothing to warn of in the new file itself, but what is still to be filled in.
        let name = format!("roles/{id}.yaml");
        for problem in check::warnings(&after, &sources) {
            let place = &sources.file(problem.place.file()).unwrap().path;
            let is_meant = matches!(problem.code, Code::RoleWithoutPosition | Code::ToFillIn);
            prop_assert!(*place != name || is_meant, "{:?}", problem);
        }
        prop_assert_eq!(&after.role(role).id, &id);
    }
}
