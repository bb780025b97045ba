// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include "app/vault/database_key.hpp"
#include "app/vault/tablet_store.hpp"
#include "platform/linux/posix_files.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;

class TestTabletStore : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_directory.emplace(m_files, platform::Path(m_folder->path().toStdString()) / "tablet");
        QVERIFY(m_directory->prepare());
        m_secret = SecretBytes::random(32, m_random);
    }
    void tilesComeBack();
    void lockRefreshesTheCount();
    void everyVaultHasATile();
    void documentsNeverGoBack();
    void dutyNumbersKeepTheirOrder();
    void parcelsGoInOrder();
    void nothingIsReadableWithoutTheSecret();
    void anotherSecretBeginsAnewAndKeepsTheOld();
    void aDamagedStoreBeginsAnewAndKeepsTheOld();
    void aStoreThatCannotBeReadIsLeftAlone();
    void vaultKeysOpenTheDatabases();
    void strangersInTheFolderAreLeftAlone();

private:
    Result<TabletStore> open() { return TabletStore::open(m_directory->tabletStore(), m_secret); }
    UserTile tile(const QString& name)
    {
        UserTile made;
        m_random.fill(made.user.bytes);
        made.displayName = name.toStdString();
        made.initial = name.left(1).toStdString();
        made.place = "place of " + made.displayName;
        made.role = "role";
        made.pending = 3;
        made.lastUsed = 1000;
        return made;
    }
    QByteArray everythingOnDisk()
    {
        QByteArray all;
        const auto names = m_files.list(m_directory->tabletStore().parent_path()).value();
        for (const auto& name : names) {
            QFile file(QString::fromStdString((m_directory->tabletStore().parent_path() / name).string()));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    platform::PosixFiles m_files;
    platform::SystemRandom m_random;
    std::optional<QTemporaryDir> m_folder;
    std::optional<VaultDirectory> m_directory;
    SecretBytes m_secret;
};

void TestTabletStore::tilesComeBack()
{
    auto first = tile(QStringLiteral("Lin Example"));
    auto second = tile(QStringLiteral("Chen Example"));
    second.lastUsed = 2000;
    {
        auto store = open().value();
        QVERIFY(store.putTile(first));
        QVERIFY(store.putTile(second));
        first.role = "another role";
        QVERIFY(store.putTile(first)); // replaces
        QVERIFY(!store.begunAnew());
    }
    auto store = open().value();
    QVERIFY(!store.begunAnew());
    QVERIFY(store.tiles().value() == (std::vector{second, first})); // last used first
    QVERIFY(store.removeTile(second.user));
    QVERIFY(store.tiles().value() == std::vector{first});
}

void TestTabletStore::lockRefreshesTheCount()
{
    auto store = open().value();
    const auto one = tile(QStringLiteral("One"));
    QVERIFY(store.putTile(one));
    QVERIFY(store.recordLock(one.user, 17, 5000));
    QCOMPARE(store.tiles().value().front().pending, std::int64_t{17});
    QCOMPARE(store.tiles().value().front().lastUsed, Millis{5000});
    QCOMPARE(codeOf(store.recordLock(UserId{}, 1, 1)), Errc::notFound);
}

void TestTabletStore::everyVaultHasATile()
{
    auto store = open().value();
    const auto withVault = tile(QStringLiteral("A"));
    const auto withoutVault = tile(QStringLiteral("B"));
    const auto withoutTile = tile(QStringLiteral("C"));
    QVERIFY(store.putTile(withVault));
    QVERIFY(store.putTile(withoutVault));
    for (const auto& user : {withVault.user, withoutTile.user}) {
        QVERIFY(m_files.makeFolder(m_directory->placesOf(user).folder));
        QVERIFY(m_files.write(m_directory->placesOf(user).folder / "header.1", "even a damaged one")); // is somebody's
    }
    const auto tiles = store.tiles(*m_directory).value();
    QCOMPARE(tiles.size(), std::size_t{2});
    QVERIFY(tiles[0] == withVault);
    QVERIFY(tiles[1].user == withoutTile.user && tiles[1].displayName.empty());
}

void TestTabletStore::documentsNeverGoBack()
{
    auto store = open().value();
    using enum TabletStore::Document;
    QCOMPARE(codeOf(store.document(catalogue)), Errc::notFound);
    const std::string bytes("with\0zero", 9);
    QVERIFY(store.putDocument(catalogue, {5, bytes}));
    QCOMPARE(store.document(catalogue).value().bytes, bytes);
    QCOMPARE(codeOf(store.document(directory)), Errc::notFound);
    QCOMPARE(codeOf(store.putDocument(catalogue, {4, "old"})), Errc::notAllowed);
    QCOMPARE(store.document(catalogue).value().version, std::int64_t{5});
    QVERIFY(store.putDocument(catalogue, {5, "mended"}));
    QVERIFY(store.putDocument(catalogue, {6, "new"}));
    QCOMPARE(store.document(catalogue).value().bytes, std::string("new"));
}

void TestTabletStore::dutyNumbersKeepTheirOrder()
{
    auto store = open().value();
    QVERIFY(store.dutyNumbers().value().empty());
    const std::vector<DutyNumber> numbers{{"z", "12356"}, {"a", "120"}, {"z", "12356"}};
    QVERIFY(store.replaceDutyNumbers({{"old", "1"}}));
    QVERIFY(store.replaceDutyNumbers(numbers));
    QVERIFY(store.dutyNumbers().value() == numbers);
}

void TestTabletStore::parcelsGoInOrder()
{
    const auto replica = makeReplicaId(m_random);
    std::int64_t first = 0;
    {
        auto store = open().value();
        first = store.addParcel(replica, "one", 1).value();
        QVERIFY(store.addParcel(replica, "two", 2));
    }
    auto store = open().value();
    auto parcels = store.parcels().value();
    QCOMPARE(parcels.size(), std::size_t{2});
    QVERIFY(parcels[0].sealed == "one" && parcels[0].replica == replica);
    QVERIFY(store.removeParcel(first));
    parcels = store.parcels().value();
    QCOMPARE(parcels.size(), std::size_t{1});
    QCOMPARE(parcels[0].sealed, std::string("two"));
    QVERIFY(store.addParcel(replica, "three", 3).value() > parcels[0].id); // an id never comes twice
}

void TestTabletStore::nothingIsReadableWithoutTheSecret()
{
    const auto one = tile(QStringLiteral("CanaryNameOnTheTile"));
    auto store = open().value();
    QVERIFY(store.putTile(one));
    QVERIFY(store.putDocument(TabletStore::Document::directory, {1, "CanaryInTheDirectory"}));
    const auto disk = everythingOnDisk(); // with the store open, its log included
    QVERIFY(disk.size() > 4096);
    QVERIFY(!disk.contains("Canary"));
    QVERIFY(!disk.contains("SQLite format 3"));
    QVERIFY(!disk.contains("CREATE TABLE"));
}

void TestTabletStore::anotherSecretBeginsAnewAndKeepsTheOld()
{
    QVERIFY(open().value().putTile(tile(QStringLiteral("A"))));
    const auto old = m_secret.clone();
    m_secret = SecretBytes::random(32, m_random);
    {
        auto store = open().value();
        QVERIFY(store.begunAnew());
        QCOMPARE(store.begunAnew()->code, Errc::wrongSecret);
        QVERIFY(store.tiles().value().empty());
        QVERIFY(store.putTile(tile(QStringLiteral("B"))));
    }
    QVERIFY(!open().value().begunAnew());
    // The old one still opens with the old secret.
    const auto folder = m_directory->tabletStore().parent_path();
    std::string aside;
    for (const auto& name : m_files.list(folder).value()) {
        if (name.starts_with("tablet.db.damaged") && !name.ends_with("-wal") && !name.ends_with("-shm"))
            aside = name;
    }
    QVERIFY(!aside.empty());
    QCOMPARE(TabletStore::open(folder / aside, old).value().tiles().value().size(), std::size_t{1});
}

void TestTabletStore::aDamagedStoreBeginsAnewAndKeepsTheOld()
{
    QVERIFY(open().value().putTile(tile(QStringLiteral("A"))));
    const QByteArray rubbish(40'000, 'x');
    QVERIFY(m_files.write(m_directory->tabletStore(), rubbish.toStdString()));
    auto store = open().value();
    QVERIFY(store.begunAnew());
    QVERIFY(store.tiles().value().empty());
    QVERIFY(everythingOnDisk().contains(rubbish));
}

void TestTabletStore::aStoreThatCannotBeReadIsLeftAlone()
{
    QVERIFY(open().value().putTile(tile(QStringLiteral("A"))));
    auto holder = open().value(); // another process
    const auto second = open();
    QCOMPARE(codeOf(second), Errc::busy);
    QCOMPARE(holder.tiles().value().size(), std::size_t{1});
    const auto folder = m_directory->tabletStore().parent_path();
    for (const auto& name : m_files.list(folder).value())
        QVERIFY(!QByteArray::fromStdString(name).contains("damaged"));
}

void TestTabletStore::vaultKeysOpenTheDatabases()
{
    VaultFixture tablet;
    QVERIFY(tablet.enrol());
    const auto places = m_directory->placesOf(tablet.vault->user());
    QVERIFY(m_files.makeFolder(places.folder));
    const auto keys = tablet.vault->dataKeys().value();
    {
        auto data = store::Database::open(places.data.string(), rawKey(keys.current.data)).value();
        QVERIFY(data->exec("CREATE TABLE t(x)"));
    }
    QCOMPARE(codeOf(store::Database::open(places.data.string(), rawKey(keys.current.attachments))), Errc::wrongSecret);
    // A re-key from the vault's plan to the store's deed and back to the vault.
    QVERIFY(tablet.vault->beginRekey());
    const auto during = tablet.vault->dataKeys().value();
    {
        auto data = store::Database::open(places.data.string(), rawKey(during.current.data)).value();
        QVERIFY(data->rekey(rawKey(during.next->data)));
        QVERIFY(data->verify());
    }
    QVERIFY(tablet.vault->finishRekey(Vault::Rekeyed::switched));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
    QVERIFY(store::Database::open(places.data.string(), rawKey(tablet.vault->dataKeys().value().current.data)));
    QCOMPARE(codeOf(store::Database::open(places.data.string(), rawKey(keys.current.data))), Errc::wrongSecret);
}

void TestTabletStore::strangersInTheFolderAreLeftAlone()
{
    const auto users = m_directory->tabletStore().parent_path() / "users";
    QVERIFY(m_files.makeFolder(users / "not an id"));
    QVERIFY(m_files.makeFolder(users / UserId{}.text())); // no header in it
    QVERIFY(m_files.write(users / "file", "x"));
    QVERIFY(m_directory->users().value().empty());
    VaultDirectory none(m_files, "/nonexistent/lianxin");
    QVERIFY(none.users().value().empty());
}

QTEST_GUILESS_MAIN(TestTabletStore)
#include "tst_tablet_store.moc"
