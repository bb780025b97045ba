// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"
#include "app/forms/envelope_sealer.hpp"
#include "app/forms/record_editor.hpp"
#include "app/forms/record_fields.hpp"
#include "app/forms/risk_rules.hpp"
#include "app/scales/scale.hpp"
#include "app/viewmodel/format.hpp"
#include "platform/hands.hpp"
#include "sync/store/blob_store.hpp"
#include "sync/store/replica_store.hpp"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <QVariant>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace lianxin::client {
class BlobTransfer;
} // namespace lianxin::client

namespace lianxin::ui {

// What stays the same whoever is there. Everything lives as long as the program.
struct Shelf {
    const Catalogue& catalogue;
    const Divisions* divisions{nullptr};
    const duty::DutyRules& dutyRules;
    const forms::RiskRules& riskRules;
    const Clock& clock;
    RandomSource& random;
    const scales::ScaleSet* scales{nullptr}; // null: none on this tablet
    const Parameters* parameters{nullptr};   // null: none are known
    platform::Hands* hands{nullptr};         // null: nothing but typing
};

// What is open while a person works. Belongs to the session; gone when it locks.
struct OpenWork {
    store::ReplicaStore* store{nullptr};
    forms::EnvelopeSealer* sealer{nullptr};
    UserId user;
    lianxin::Role role{lianxin::Role::VW};
    store::BlobStore* blobs{nullptr};        // null: no pictures and voices today, words all the same
    client::BlobTransfer* transfer{nullptr}; // null: they stay here and none comes
};

// The table that the view-models work at: rules, the open store and how things are called there. Tells them when something changed.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(const Shelf& shelf, QObject* parent = nullptr);

    void open(const OpenWork& work);
    void close(); // emits closed() before the store is gone
    [[nodiscard]] bool isOpen() const { return m_work.store != nullptr; }
    [[nodiscard]] const OpenWork& work() const { return m_work; }
    [[nodiscard]] store::ReplicaStore& store() const { return *m_work.store; } // only while open
    [[nodiscard]] const Shelf& shelf() const { return m_shelf; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_shelf.catalogue; }
    [[nodiscard]] forms::EditorPorts editorPorts() const;

    [[nodiscard]] Millis now() const { return m_shelf.clock.now(); }
    // When a write was made, as people read it. One tablet whose clock runs ahead takes everybody's hybrid clock along (D8): nothing was written
    // later than now.
    [[nodiscard]] Millis writtenAt(core::Hlc hlc) const { return std::min(core::hlcMillis(hlc), now()); }
    [[nodiscard]] Day today() const { return dayInChina(now()); }
    [[nodiscard]] const std::string& language() const
    {
        return m_language;
    } // "zh" or "en", for labels of the catalogue
    void setLanguage(const std::string& language);

    // Records whose view may have changed; from the store's listener. Empty: only places (receipts). What a person or a day brings is told at
    // once; the thousands of a first sync are told together when they have stopped coming, else every reply would make every page anew.
    void noteChanged(const std::vector<RecordId>& records);

    // --- names of things
    [[nodiscard]] const RecordType& type(std::string_view name) const; // one that the catalogue must have
    [[nodiscard]] QString label(const Label& label) const { return qs(label.in(m_language)); }
    [[nodiscard]] QString codeLabel(std::string_view list, std::int64_t code) const;
    [[nodiscard]] QString codeLabel(const forms::RecordFields& fields, std::string_view field) const;
    [[nodiscard]] QString userName(UserId user) const; // empty when the directory does not have the person
    [[nodiscard]] QString placeName(const PartitionId& partition) const; // of the org unit with this area
    [[nodiscard]] QString userPlace(UserId user) const;
    [[nodiscard]] QString placeName(const std::string& divisionCode) const; // 12 digits; empty if not known
    struct Place {
        std::string code; // 12 digits
        QString name;
    };
    // Organisations of the directory, then counties, whose name or code fits; nothing typed: the directory's first.
    [[nodiscard]] std::vector<Place> placesLike(const QString& typed, std::size_t most) const;
    struct DutyNumber {
        QString unit;
        QString number;
    };
    // Of the village, its township and its county, as far as the directory has them; nearest first.
    [[nodiscard]] std::vector<DutyNumber> dutyNumbers(const PartitionId& partition) const;
    [[nodiscard]] QString dutyPhone(const PartitionId& partition) const; // of the township above it, empty if not known
    [[nodiscard]] bool mayRead(const RecordType& type) const;
    [[nodiscard]] bool mayWrite(const RecordType& type) const;
    // Counsellors and supervisors work with sealed words: they unlock a second time, and see such records in a family's line of time.
    [[nodiscard]] bool worksWithSealed() const
    {
        return isOpen() && (m_work.role == lianxin::Role::CO || m_work.role == lianxin::Role::CS);
    }
    // Written here for others' eyes: where somebody may look over the shoulder it has no name.
    [[nodiscard]] bool keepsQuietAbout(const RecordType& type) const { return type.envelope && !worksWithSealed(); }

    // A picture of the store of bytes by its digest, as a QImage; null where it is not on this tablet. Decoded ones are kept until the lock.
    [[nodiscard]] QVariant picture(const std::string& digest) const;

    // Whoever opens the results of scales: by profession, and where the directory knows a qualification, by one that counts (domain 4).
    [[nodiscard]] bool opensScales() const;

signals:
    void opened();
    void closed();
    void changed(const std::set<lianxin::RecordId>& records);
    void languageChanged();

private:
    struct Directory;
    [[nodiscard]] const Directory& directory() const;
    void forgetDirectory(const std::vector<RecordId>& records);

    Shelf m_shelf;
    OpenWork m_work;
    std::string m_language{"zh"};
    std::set<RecordId> m_gathered;
    QTimer m_gathering;
    mutable QCache<QString, QImage> m_pictures;
    mutable std::shared_ptr<const Directory> m_directory; // read when first asked after a change of it
};

} // namespace lianxin::ui
