// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/capture_model.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/timeline.hpp"
#include "platform/fake/fake_hands.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/forms/forms_world.hpp"
#include "tests/unit/hands/jpeg_maker.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

#include <QDirIterator>
#include <QTest>

#include <cmath>

namespace lianxin::test {

using ui::CaptureModel;

// The session's part of it: hands lie over the form, the rest is noted.
class OverForm : public Steps {
public:
    CaptureModel* capture{nullptr};
    std::vector<Errc> told;
    QString lastSaid;
    void goHands(ui::HandWish wish, ui::HandDone done) override { capture->begin(std::move(wish), std::move(done)); }
    void goAttachment(RecordId id, const FieldValues& values, bool isNew) override { capture->look(id, values, isNew); }
    void say(const QString& text, std::function<void()> undo) override
    {
        lastSaid = text;
        takeBack = std::move(undo);
    }
    void tell(const Error& error) override { told.push_back(error.code); }
};

inline std::vector<std::int16_t> tone(double seconds)
{
    std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * platform::kSoundRate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(6000 * std::sin(0.05 * static_cast<double>(i)));
    return samples;
}

class NoRoom : public store::SpareRoom {
public:
    bool give() override { return false; }
    bool isGiven() const override { return full; }
    bool full{false};
};

// A person's hands over an open form, with the shipped catalogue, real encrypted stores and made-up devices.
class CaptureWorld {
protected:
    std::unique_ptr<FormsWorld> m_world;
    QTemporaryDir m_folder;
    int m_count{0};
    NoRoom m_room;
    std::unique_ptr<platform::FakeHands> m_hands;
    std::unique_ptr<platform::Hands> m_ports;
    std::unique_ptr<store::BlobStore> m_blobs;
    duty::DutyRules m_duty;
    forms::RiskRules m_risk;
    std::unique_ptr<OverForm> m_steps;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::FamilyBook> m_book;
    std::unique_ptr<CaptureModel> m_capture;
    std::unique_ptr<ui::FormEditor> m_form;

    [[nodiscard]] int key(const char* type, const char* field) const
    {
        return static_cast<int>(m_world->field(type, field));
    }
    void openForm(const char* type)
    {
        const auto begun = m_form->begin({m_world->type(type).number, m_world->household, m_world->village(), {}});
        QVERIFY2(begun.has_value(), begun ? "" : begun.error().detail.c_str());
        for (int i = 0; i < 3; ++i) // folded sections hold the row
            m_form->toggleSection(ui::kSectionKey + 1 + i);
    }
    void openVisit()
    {
        openForm("visit");
        m_form->toggle(key("visit", "mode"), 1);
        m_form->toggle(key("visit", "outcome"), 1);
    }
    [[nodiscard]] ui::RowsModel* pictures(const char* type, const char* field)
    {
        return m_form->rows()->nested(m_form->rows()->find(key(type, field)), "pictures");
    }
    [[nodiscard]] std::vector<store::RecordView> kept(const char* type) const
    {
        std::vector<store::RecordView> active;
        const auto children = *m_world->store->children(m_world->household);
        for (const auto& view : children)
            if (view.type == m_world->type(type).number && view.life == store::Life::active)
                active.push_back(view);
        return active;
    }
    void settle() { QVERIFY(hands::Keeping(*m_world->catalogue, *m_world->store, *m_blobs).settleAll()); }
    [[nodiscard]] int going()
    {
        settle();
        return static_cast<int>(m_blobs->toSend(99)->size());
    }

    void setUp()
    {
        ++m_count;
        m_room.full = false;
        m_world = std::make_unique<FormsWorld>();
        m_hands = std::make_unique<platform::FakeHands>();
        m_hands->camera.show(scene(2000, 1500));
        m_ports = std::make_unique<platform::Hands>(m_hands->ports());
        m_blobs = *store::BlobStore::open(m_folder.filePath(QString("%1.db").arg(m_count)).toStdString(), m_world->key,
                                          {m_world.get(), &m_room});
        m_steps = std::make_unique<OverForm>();
        ui::Shelf shelf{*m_world->catalogue, nullptr, m_duty, m_risk, *m_world, *m_world};
        shelf.hands = m_ports.get();
        m_desk = std::make_unique<ui::Desk>(shelf);
        m_book = std::make_unique<ui::FamilyBook>(*m_desk);
        m_capture = std::make_unique<CaptureModel>(*m_desk);
        m_steps->capture = m_capture.get();
        m_form = std::make_unique<ui::FormEditor>(*m_book, *m_steps);
        m_world->store->setChangeListener([this](const std::vector<RecordId>& ids) { m_desk->noteChanged(ids); });
        m_desk->open({m_world->store.get(), m_world->sealer.get(), m_world->worker, Role::VW, m_blobs.get()});
    }
    void tearDown()
    {
        m_world->store->setChangeListener({});
        m_form.reset();
        m_capture.reset();
        m_book.reset();
        m_desk.reset();
    }
};

} // namespace lianxin::test
