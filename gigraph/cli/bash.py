"""The script that makes Tab complete in bash.

Bash parts the words of a line at = and : too, so that NAME=VALUE would be three words, of which only the last is
completed. This script puts them together again before it asks, and takes off what bash keeps on the line by itself.
Behind NAME= comes no space: the value follows at once.
"""

from click.shell_completion import BashComplete

_SOURCE = r"""
%(complete_func)s() {
    local IFS=$'\n' at part kept="" type value cword=-1
    local -a words=()
    for ((at = 0; at <= COMP_CWORD; at++)); do
        part=${COMP_WORDS[at]}
        if ((at > 1)) && [[ -n $part && ($part == [=:]* || ${COMP_WORDS[at-1]} == *[=:]) ]]; then
            words[cword]+=$part
        else
            words[++cword]=$part
        fi
    done
    part=${COMP_WORDS[COMP_CWORD]}
    kept=${words[cword]%%"${part##[=:]}"}
    [[ $part == "${words[cword]}" ]] && kept=""
    local answer
    answer=$(env COMP_WORDS="${words[*]}" COMP_CWORD=$cword %(complete_var)s=bash_complete $1)
    COMPREPLY=()
    while IFS=',' read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                [[ $value == *= ]] && compopt -o nospace
                value=${value#"$kept"}
                [[ $value == *[\ \'\"\;\&\|\<\>\(\)\$\`\\\*\?\!\#\~]* ]] && printf -v value %%q "$value"
                COMPREPLY+=("$value") ;;
        esac
    done <<< "$answer"
    return 0
}

%(complete_func)s_setup() {
    complete -o nosort -F %(complete_func)s %(prog_name)s
}

%(complete_func)s_setup;
"""


class Bash(BashComplete):
    """Bash, with NAME=VALUE as one word."""

    source_template = _SOURCE
