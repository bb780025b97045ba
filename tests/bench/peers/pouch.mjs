// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PouchDB to PouchDB over HTTP, both on disk (LevelDB), batches of 1,000.
import { mkdtempSync, rmSync } from 'node:fs';
import PouchDB from 'pouchdb';
import { countingProxy, recordsOf, say, startServer, timed } from './count.mjs';

const [records] = process.argv.slice(2);
const folder = mkdtempSync(`${process.cwd()}/pouch-`);
const { child, port } = startServer('pouch_server.mjs', [folder, records]);
try {
  const proxy = await countingProxy(await port);
  const all = recordsOf(records);
  const local = new PouchDB(`${folder}/local`);
  const remote = new PouchDB(`http://127.0.0.1:${proxy.port}/families`, { skip_setup: true });
  const options = { batch_size: 1000, batches_limit: 10 };
  const bytes = async (work) => {
    const before = proxy.total();
    await work();
    return proxy.total() - before;
  };
  const edit = async (id, value) => local.put({ ...(await local.get(id)), phone1: value });

  let seconds = 0;
  const first = await bytes(async () => { seconds = await timed(() => local.replicate.from(remote, options)); });
  const held = (await local.info()).doc_count;
  if (held < all.length) throw new Error(`only ${held} of ${all.length} arrived`);
  say('peer_pouchdb_first_sync_s', seconds.toFixed(2), 's');
  say('peer_pouchdb_bytes_per_record', (first / all.length).toFixed(1), 'B');
  say('peer_pouchdb_noop_bytes', await bytes(() => local.replicate.from(remote, options)), 'B');
  await local.replicate.to(remote, options); // its checkpoint
  await edit(all[0].id, '19900005000');
  say('peer_pouchdb_edit_bytes', await bytes(() => local.replicate.to(remote, options)), 'B');
  for (let i = 1; i <= 200; ++i) await edit(all[i].id, String(19900010000 + i));
  let pushing = 0;
  const pushed = await bytes(async () => { pushing = await timed(() => local.replicate.to(remote, options)); });
  say('peer_pouchdb_push_200_ms', (pushing * 1000).toFixed(0), 'ms');
  say('peer_pouchdb_push_200_bytes_per_edit', (pushed / 200).toFixed(1), 'B');
} finally {
  child.removeAllListeners('exit');
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
