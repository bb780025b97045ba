// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "platform/maps.hpp"
#include "tests/unit/store/store_world.hpp"

#include <QDir>

namespace lianxin::test {

inline Catalogue shippedCatalogue(std::map<std::string, std::string> files = {})
{
    for (const QString& folder : {QStringLiteral("catalogue"), QStringLiteral("codes")}) {
        const QDir dir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + folder);
        for (const auto& name : dir.entryList({QStringLiteral("*.json")})) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files[(folder + QLatin1Char('/') + name).toStdString()] = file.readAll().toStdString();
        }
    }
    return must(loadCatalogue(files));
}

// Where a view-model would have sent the person.
class Steps : public ui::Navigator {
public:
    void goFamily(RecordId family) override { families.push_back(family); }
    void goForm(forms::NewRecord wanted) override { forms.push_back(std::move(wanted)); }
    void goEdit(RecordId record) override { edits.push_back(record); }
    void goDraft(const store::Draft&) override {}
    void goSaved(RecordId) override {}
    void goEmergency(RecordId) override {}
    void goScales(const ui::ScaleWish&) override {}
    void goSession(RecordId, RecordId) override {}
    void goConflicts(RecordId first) override { conflicts.push_back(first); }
    void goRecord(RecordId record) override { records.push_back(record); }
    void goNoting(RecordId) override {}
    void goClaimSum(RecordId about) override { sums.push_back(about); }
    void goAllowance(RecordId household) override { allowances.push_back(household); }
    void goHandover(RecordId household) override { handovers.push_back(household); }
    void goSameFamily() override { ++sameFamilies; }
    [[nodiscard]] bool hasMaps() const override { return maps; }
    void showOnMap(const platform::Place& place, const QString& name) override
    {
        onMap << platform::geoAddress(place, name);
    }
    void goSettings() override {}
    void goCrisis() override {}
    void goBack() override { ++backs; }
    void goHands(ui::HandWish, ui::HandDone) override {} // no hands here
    void dialNumber(const QString& number, const QString&) override { dialled = number; }
    void say(const QString& text, std::function<void()> undo) override
    {
        said = text;
        takeBack = std::move(undo);
    }
    void tell(const Error& error) override { QFAIL(error.detail.c_str()); }
    void withStepUp(std::function<void()>) override {}
    void dropStepUp() override {}

    int backs{0};
    int sameFamilies{0};
    QString dialled;
    QString said;
    std::function<void()> takeBack;
    std::vector<RecordId> conflicts;
    std::vector<RecordId> records;
    std::vector<RecordId> edits;
    std::vector<RecordId> sums, allowances, handovers, families;
    bool maps{true};
    QStringList onMap;
    std::vector<lianxin::forms::NewRecord> forms;
};

} // namespace lianxin::test
