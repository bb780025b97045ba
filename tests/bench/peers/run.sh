#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh FOLDER RECORDS: PouchDB and RxDB on the records of the bench (one JSON object a line), beside ours. Their packages are put into FOLDER by
# the machine's own npm, as it is set up; nothing of the product knows of them. Prints lines "name value unit". Exit code 3: not here, with the
# reason on standard error.
set -u -o pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
folder=${1:?a folder}
records=$(readlink -f "${2:?a file of records}")

command -v node >/dev/null && command -v npm >/dev/null || { echo "no npm" >&2; exit 3; }
mkdir -p "$folder" && cd "$folder" || exit 1
if [ ! -d node_modules/rxdb ] || [ ! -d node_modules/express-pouchdb ]; then
  timeout 300 npm install --no-audit --no-fund --prefix . pouchdb@9 express-pouchdb@4 express@4 rxdb@17 rxjs@7 >npm.log 2>&1 ||
    { echo "npm brings none of the packages, see $folder/npm.log" >&2; exit 3; }
fi
# Node looks for packages beside the script that asks for them.
cp "$here"/*.mjs . || exit 1
status=0
for peer in pouch rx; do
  timeout 900 node "$peer.mjs" "$records" 2>"$peer.log" | grep '^peer_' || { echo "$peer did not finish, see $folder/$peer.log" >&2; status=1; }
done
exit "$status"
