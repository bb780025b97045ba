// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/envelope_sealer.hpp"
#include "app/forms/record_editor.hpp"
#include "sync/seal/escrow.hpp"
#include "sync/store/replica_store.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

// The result holds, or the test ends with what its error says.
#define OK(result)                                                                                                     \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        QVERIFY2(checked.has_value(), checked.has_value() ? "" : checked.error().detail.c_str());                      \
    } while (false)

// A real encrypted store of one worker with the shipped catalogue, one family, and a directory with certified readers.
class FormsWorld : public lianxin::Clock, public lianxin::RandomSource, public lianxin::forms::PersonKeys {
public:
    FormsWorld();
    ~FormsWorld() override;

    [[nodiscard]] lianxin::Millis now() const override { return time; }
    void fill(std::span<std::uint8_t> bytes) override;
    [[nodiscard]] lianxin::Result<lianxin::seal::SignKey> signKey() const override;
    [[nodiscard]] lianxin::Result<lianxin::seal::PublicBoxKey> publicBox() const override;
    [[nodiscard]] lianxin::Result<lianxin::seal::BoxKey> boxKey() const override;

    void reopen(); // what a kill and a new start leave
    [[nodiscard]] lianxin::forms::EditorPorts ports();
    [[nodiscard]] const lianxin::RecordType& type(const char* name) const
    {
        return *catalogue->type(std::string_view(name));
    }
    [[nodiscard]] std::uint32_t field(const char* typeName, const char* name) const
    {
        return type(typeName).field(std::string_view(name))->number;
    }
    // A record as the form would write it: field name -> value.
    lianxin::RecordId make(const char* typeName, lianxin::RecordId root,
                           const std::vector<std::pair<const char*, lianxin::Value>>& values);
    [[nodiscard]] lianxin::PartitionId village() const { return *lianxin::PartitionId::parse("v:359901001201"); }
    [[nodiscard]] std::string dataFile() const { return folder.filePath(QStringLiteral("data.db")).toStdString(); }

    lianxin::Millis time{1792000000000}; // 2026-10-15 01:46 in China
    bool steppedUp{true};
    std::shared_ptr<lianxin::Catalogue> catalogue;
    std::unique_ptr<lianxin::store::ReplicaStore> store;
    std::unique_ptr<lianxin::forms::EnvelopeSealer> sealer;
    lianxin::UserId worker;
    lianxin::UserId supervisor;
    lianxin::RecordId household;
    lianxin::RecordId person;
    lianxin::store::RawKey key;

private:
    void certify(lianxin::UserId user, const lianxin::seal::SignKey& sign, const lianxin::seal::BoxKey& box);

    QTemporaryDir folder;
    std::unique_ptr<lianxin::store::TextFolder> folderOfTexts;
    std::uint64_t m_random{42};
    std::unique_ptr<lianxin::seal::SignKey> m_issuer;
    std::unique_ptr<lianxin::seal::SignKey> m_sign;
    std::unique_ptr<lianxin::seal::BoxKey> m_box;
    lianxin::UserId m_escrow;
};
