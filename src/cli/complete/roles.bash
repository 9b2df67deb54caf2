_roles() {
    local IFS=$' \t\n' line rest spaces word index words=()
    COMPREPLY=()
    if ((COMP_CWORD > 0)) && [[ ${COMP_WORDS[COMP_CWORD-1]} == *[\<\>] ]]; then
        compopt -o default +o nospace 2>/dev/null
        return 0
    fi
    line=${COMP_LINE-}
    line=${line:0:${COMP_POINT:-${#line}}}
    if [[ -z $line ]]; then
        words=("${COMP_WORDS[@]:0:COMP_CWORD+1}")
    fi
    rest=$line
    for ((index = 0; index <= COMP_CWORD && ${#line} > 0; index++)); do
        spaces=${rest%%[![:space:]]*}
        rest=${rest#"$spaces"}
        word=${COMP_WORDS[index]}
        if ((index == COMP_CWORD)); then
            word=$rest
        fi
        if [[ -z $spaces ]] && ((index > 0)); then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        rest=${rest#"$word"}
    done
    compopt +o nospace 2>/dev/null
    while IFS= read -r word; do
        if [[ -n $word ]]; then
            COMPREPLY+=("$word")
        fi
    done <<<"$(VARIABLE=bash PROGRAM -- "${2-${COMP_WORDS[COMP_CWORD]}}" "${words[@]}" 2>/dev/null)"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=:@] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
if ((BASH_VERSINFO[0] > 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 4))); then
    complete -o nospace -o bashdefault -o nosort -F _roles PROGRAM
else
    complete -o nospace -o bashdefault -F _roles PROGRAM
fi
