// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_floor.hpp"

#include "sync/store/database.hpp"

namespace lianxin::bench {

namespace {

struct Row {
    std::int64_t partition;
    std::string root, record;
    std::int64_t type;
    std::string registers, view, sort;
    std::int64_t flags;
};

std::vector<Row> rowsOf(const BenchTablet& tablet)
{
    std::vector<Row> rows;
    const auto source = need(store::Database::open(tablet.file(), tablet.key()), "reopen");
    auto select = need(
        source->statement("SELECT partition, root, record, type, registers, view, sort, flags FROM record"), "select");
    while (need(select.step(), "rows"))
        rows.push_back({select.intAt(0), std::string(select.blobAt(1)), std::string(select.blobAt(2)), select.intAt(3),
                        std::string(select.blobAt(4)), std::string(select.blobAt(5)), std::string(select.textAt(6)),
                        select.intAt(7)});
    return rows;
}

} // namespace

Floor plainInserts(const BenchTablet& source)
{
    const auto rows = rowsOf(source);
    const QTemporaryDir folder;
    const auto target =
        need(store::Database::open(folder.filePath(QStringLiteral("floor.db")).toStdString(), source.key()), "floor");
    need(target->exec("CREATE TABLE record(partition INTEGER, root BLOB, record BLOB, type INTEGER, registers BLOB, "
                      "view BLOB, sort TEXT, flags INTEGER, "
                      "PRIMARY KEY(partition, root, record)) WITHOUT ROWID"),
         "floor table");
    const Stopwatch watch;
    auto transaction = need(store::Transaction::begin(*target), "begin");
    auto insert = need(target->statement("INSERT INTO record VALUES(?, ?, ?, ?, ?, ?, ?, ?)"), "insert");
    for (const auto& row : rows) {
        insert.bindInt(1, row.partition)
            .bindBlob(2, row.root)
            .bindBlob(3, row.record)
            .bindInt(4, row.type)
            .bindBlob(5, row.registers);
        insert.bindBlob(6, row.view).bindText(7, row.sort).bindInt(8, row.flags);
        need(insert.run(), "insert");
    }
    need(transaction.commit(), "commit");
    return {watch.seconds(), rows.size()};
}

} // namespace lianxin::bench
