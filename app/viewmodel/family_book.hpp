// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_fields.hpp"
#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/open_matters.hpp"
#include "app/viewmodel/open_pairs.hpp"

#include <map>
#include <memory>
#include <vector>

namespace lianxin::ui {

// What one says when one speaks of a family: how to call them, where they are, how they like to be met.
struct FamilySummary {
    RecordId id;
    PartitionId partition;
    QString callName; // 林阿姨
    QString fullName; // 林秀英
    QString initial;
    int tint{0};
    QString place; // 桥头村
    QString address;
    QString nearAddress; // from the village on: beside its name county and township say nothing
    QString phone;       // as stored, empty: none
    QString phoneName;   // whose it is
    std::int64_t wish{0};
    std::int64_t careLevel{0};
    bool served{true};
    RecordId person; // whom the service is for, nil: nobody noted yet
    std::optional<Day> born;
    std::optional<int> age;
    bool livesAlone{false};
};

class FamilyPieces;
class Newcomers;

struct Family {
    FamilySummary summary;
    store::RecordView household;
    std::vector<store::RecordView> children; // active ones, the household itself not included
};

// "示例县示例镇桥头村二组9号" beside "桥头村": "桥头村二组9号".
[[nodiscard]] QString nearAddress(const QString& address, const QString& place);

// All families that this tablet holds. Files that people joined are one family: the earlier file's, with everything that hangs on the later
// ones. A later file whose earlier one is not on this tablet stays a family of its own: nobody loses sight of it. Read once when the desk opens; after a change only the families that changed are read again.
class FamilyBook : public QObject {
    Q_OBJECT
public:
    explicit FamilyBook(Desk& desk, QObject* parent = nullptr);
    ~FamilyBook() override;

    [[nodiscard]] const std::vector<RecordId>& order() const { return m_order; } // by pinyin, as the store sorts
    [[nodiscard]] const FamilySummary* summary(RecordId household) const;        // nullptr: not on this tablet
    [[nodiscard]] Result<Family> load(RecordId household) const;
    [[nodiscard]] RecordId kept(RecordId household) const; // the file that a joined one is part of; itself otherwise
    [[nodiscard]] bool isJoined(RecordId household) const; // stands for other files, or is part of one
    void place(FamilySummary& summary) const;              // what the directory and the day say of it
    [[nodiscard]] FamilyPieces& pieces() const { return *m_pieces; }
    [[nodiscard]] RecordId familyOf(RecordId record) const; // the household that a record speaks of; nil when none does
    [[nodiscard]] Desk& desk() const { return m_desk; }
    // What two records may be together (sync.md 3), for a person to say.
    [[nodiscard]] std::vector<settle::Matter> matters() const { return m_matters->all(); }
    // Files that may be of one family, for whoever may join them.
    [[nodiscard]] const OpenPairs& alike() const { return *m_alike; }
    // Families that moved in or were handed over today.
    [[nodiscard]] Newcomers& newcomers() const { return *m_newcomers; }

signals:
    void changed(const std::set<lianxin::RecordId>& households); // empty: everything

private:
    void readAll();
    void readRecords(const std::vector<RecordId>& households); // of those that no piece is kept of
    [[nodiscard]] Result<std::vector<store::RecordView>>
    filed(RecordId household) const; // with the joined files' records
    [[nodiscard]] std::vector<store::RecordView> readJoined(const std::vector<RecordId>& households);
    void refresh(const std::set<RecordId>& records);
    [[nodiscard]] FamilySummary summarise(const store::RecordView& household,
                                          const std::vector<const store::RecordView*>& people) const;

    [[nodiscard]] FamilySummary summariseFiled(const store::RecordView& household,
                                               const std::vector<store::RecordView>& filed) const;

    Desk& m_desk;
    std::map<RecordId, FamilySummary> m_summaries;
    std::vector<RecordId> m_order;
    OpenMatters* m_matters; // a child of this
    OpenPairs* m_alike;     // as is this
    Newcomers* m_newcomers; // and this
    std::unique_ptr<FamilyPieces> m_pieces;
    std::map<RecordId, RecordId> m_joined; // later file -> the one that stands for it
};

} // namespace lianxin::ui
