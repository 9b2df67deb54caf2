#compdef PROGRAM
_roles() {
    local -a folders others
    local candidate
    for candidate in "${(@f)$(VARIABLE=zsh PROGRAM -- "${(@)words[1,CURRENT-1]}" "$IPREFIX$PREFIX" 2>/dev/null)}"; do
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
