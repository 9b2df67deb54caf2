//! Zsh. It shows what each candidate means, and quotes by itself what it puts in.

/// The function that completes. Works where it is sourced, and as a file `_roles` in a folder of `fpath`.
pub const SCRIPT: &str = r#"#compdef PROGRAM
_roles() {
    local -a folders others
    local candidate
    for candidate in "${(@f)$(VARIABLE=zsh COMPLETER -- "${(@)words[1,CURRENT-1]}" "$IPREFIX$PREFIX" 2>/dev/null)}"; do
        if [[ $candidate == */ && $candidate != *[^\\]:* ]]; then
            folders+=("${candidate%/}")
        elif [[ -n $candidate ]]; then
            others+=("$candidate")
        fi
    done
    (( $#others )) && _describe -V 'values' others
    (( $#folders )) && _describe -V 'folders' folders -S / -r '/ '
    return 0
}
if [[ ${funcstack[1]-} == _roles ]]; then
    _roles "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _roles PROGRAM
fi
"#;

/// A candidate with what it means after a colon.
pub fn described(value: &str, help: Option<&str>) -> String {
    let value = value.replace('\\', r"\\").replace(':', r"\:");
    match help {
        Some(help) => format!("{value}:{}", help.replace('\\', r"\\")),
        None => value,
    }
}
