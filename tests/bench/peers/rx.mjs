// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// RxDB with its memory storage (nothing reaches a disk) and its replication over HTTP, batches of 1,000.
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { countingProxy, recordsOf, say, startServer, timed } from './count.mjs';

const [records] = process.argv.slice(2);
const { child, port } = startServer('rx_server.mjs', [records]);
try {
  const proxy = await countingProxy(await port);
  const base = `http://127.0.0.1:${proxy.port}`;
  const all = recordsOf(records);
  const db = await createRxDatabase({ name: 'families', storage: getRxStorageMemory(), multiInstance: false });
  const { families } = await db.addCollections({
    families: {
      schema: {
        version: 0, primaryKey: 'id', type: 'object',
        properties: {
          id: { type: 'string', maxLength: 40 }, type: { type: 'string' }, root: { type: 'string' },
          partition: { type: 'string' }, phone1: { type: 'string' }, fields: { type: 'object' }, updatedAt: { type: 'number' },
        },
      },
    },
  });
  const replication = replicateRxCollection({
    collection: families, replicationIdentifier: 'bench', live: true, retryTime: 1000,
    pull: {
      batchSize: 1000,
      handler: async (checkpoint, limit) => (await fetch(`${base}/pull?after=${checkpoint?.updatedAt ?? 0}&limit=${limit}`)).json(),
    },
    push: {
      batchSize: 1000,
      handler: async (rows) => (await fetch(`${base}/push`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rows),
      })).json(),
    },
  });
  replication.error$.subscribe((error) => console.error(error));
  const bytes = async (work) => {
    const before = proxy.total();
    await work();
    return proxy.total() - before;
  };
  const edit = async (id, value) => (await families.findOne(id).exec()).patch({ phone1: value });
  const settle = async () => { replication.reSync(); await replication.awaitInSync(); };

  const seconds = await timed(() => replication.awaitInitialReplication());
  say('peer_rxdb_first_sync_s', seconds.toFixed(2), 's');
  const held = await families.count().exec();
  if (held < all.length) throw new Error(`only ${held} of ${all.length} arrived`);
  say('peer_rxdb_bytes_per_record', (proxy.total() / all.length).toFixed(1), 'B');
  await settle();
  say('peer_rxdb_noop_bytes', await bytes(settle), 'B');
  const change = async () => { await edit(all[0].id, '19900005000'); await replication.awaitInSync(); };
  say('peer_rxdb_edit_bytes', await bytes(change), 'B');
  let pushing = 0;
  const pushed = await bytes(async () => {
    pushing = await timed(async () => {
      await Promise.all(all.slice(1, 201).map((record, i) => edit(record.id, String(19900010000 + i))));
      await replication.awaitInSync();
    });
  });
  say('peer_rxdb_push_200_ms', (pushing * 1000).toFixed(0), 'ms');
  say('peer_rxdb_push_200_bytes_per_edit', (pushed / 200).toFixed(1), 'B');
} finally {
  child.removeAllListeners('exit');
  child.kill();
}
process.exit(0);
