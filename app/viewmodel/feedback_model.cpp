// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/feedback_model.hpp"

#include "sync/model/json.hpp"

#include <boost/json.hpp>

namespace lianxin::ui {
namespace {

constexpr std::string_view kNote = "feedback";
constexpr int kSaveDelay = 400; // ms
constexpr std::size_t kMostKept = 50;

} // namespace

FeedbackModel::FeedbackModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_sent({{"whenText"}, {"line"}, {"placeText"}})
{
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveDelay);
    connect(&m_save, &QTimer::timeout, this, [this] {
        if (const auto kept = keep(); !kept)
            m_navigator.tell(kept.error());
    });
    connect(&desk, &Desk::opened, this, &FeedbackModel::read);
    connect(&desk, &Desk::closed, this, [this] {
        if (m_save.isActive())
            (void)keep();
        m_save.stop();
        m_text.clear();
        m_kept.clear();
        refresh();
    });
    connect(&desk, &Desk::languageChanged, this, &FeedbackModel::refresh);
}

void FeedbackModel::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_save.start();
    emit changed();
}

void FeedbackModel::send()
{
    if (!canSend() || !m_desk.isOpen())
        return;
    const auto words = m_text;
    m_kept.insert(m_kept.begin(), {m_desk.now(), m_text.trimmed().toStdString()});
    if (m_kept.size() > kMostKept)
        m_kept.resize(kMostKept);
    m_text.clear();
    if (const auto kept = keep(); !kept) {
        m_kept.erase(m_kept.begin());
        m_text = words; // nothing typed goes away
        m_navigator.tell(kept.error());
    }
    refresh();
}

void FeedbackModel::call() { m_navigator.dialNumber(phoneText(), tr("Complaints and ideas")); }

void FeedbackModel::read()
{
    m_kept.clear();
    m_text.clear();
    const auto note = m_desk.store().note(kNote);
    const auto parsed = note && *note ? parseJson(**note) : Result<boost::json::value>(boost::json::value());
    if (const auto* json = parsed ? parsed->if_object() : nullptr) {
        if (const auto* draft = json->if_contains("draft"); draft != nullptr && draft->is_string())
            m_text = qs(std::string_view(draft->get_string()));
        if (const auto* list = json->if_contains("kept"); list != nullptr && list->is_array())
            for (const auto& entry : list->get_array())
                if (const auto* one = entry.if_object(); one != nullptr && one->contains("at") && one->contains("text"))
                    m_kept.push_back(
                        {one->at("at").is_int64() ? one->at("at").get_int64() : 0,
                         one->at("text").is_string() ? std::string(one->at("text").get_string()) : std::string()});
    }
    refresh();
}

Result<void> FeedbackModel::keep()
{
    boost::json::array list;
    for (const auto& one : m_kept)
        list.push_back(boost::json::object{{"at", one.at}, {"text", one.text}});
    return m_desk.store().putNote(kNote,
                                  canonicalJson(boost::json::object{{"draft", m_text.toStdString()}, {"kept", list}}));
}

void FeedbackModel::refresh()
{
    Rows rows;
    for (const auto& one : m_kept)
        rows.push_back({{"whenText", momentText(one.at, m_desk.today())},
                        {"line", qs(one.text)},
                        {"placeText", tr("On this tablet")}});
    m_sent.setRows(rows);
    emit changed();
}

} // namespace lianxin::ui
