// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/settings.hpp"

#include "sync/model/json.hpp"

#include <QGuiApplication>
#include <QPalette>

#include <boost/json.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::string_view kNote = "settings";
constexpr int kSmallest = 18;
constexpr int kLargest = 30;

std::int64_t number(const boost::json::object& json, std::string_view name, std::int64_t otherwise)
{
    const auto* found = json.if_contains(name);
    return found != nullptr && found->is_int64() ? found->get_int64() : otherwise;
}

} // namespace

Settings::Settings(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_languages({{"code"}, {"label"}, {"chosen", false}})
{
    connect(&desk, &Desk::opened, this, &Settings::read);
    connect(&desk, &Desk::languageChanged, this, &Settings::changed);
    showLanguages();
}

bool Settings::dark() const
{
    if (m_scheme != FollowTablet)
        return m_scheme == Dark;
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void Settings::setLargeMode(bool large)
{
    if (m_large == large)
        return;
    m_large = large;
    keep();
}

void Settings::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    keep();
}

void Settings::setReducedMotion(bool still)
{
    if (m_still == still)
        return;
    m_still = still;
    keep();
}

void Settings::setTextScale(int pixels)
{
    const int wanted = std::clamp(pixels, kSmallest, kLargest);
    if (m_scale == wanted)
        return;
    m_scale = wanted;
    keep();
}

void Settings::setLanguage(const QString& language)
{
    const QString wanted = language.startsWith(QLatin1String("en")) ? QStringLiteral("en") : QStringLiteral("zh_CN");
    if (m_language == wanted)
        return;
    m_language = wanted;
    showLanguages();
    keep();
    emit languageWanted(m_language);
}

void Settings::setSyncLine(const QString& line)
{
    m_syncLine = line;
    emit changed();
}

void Settings::read()
{
    const auto note = m_desk.store().note(kNote);
    if (!note || !*note)
        return;
    const auto parsed = parseJson(**note);
    const auto* json = parsed ? parsed->if_object() : nullptr;
    if (json == nullptr)
        return; // somebody else's taste is no reason to stop
    m_large = number(*json, "large", 0) != 0;
    m_still = number(*json, "still", 0) != 0;
    m_scheme = static_cast<Scheme>(std::clamp<std::int64_t>(number(*json, "scheme", 0), FollowTablet, Dark));
    m_scale = static_cast<int>(std::clamp<std::int64_t>(number(*json, "scale", m_scale), kSmallest, kLargest));
    const auto* language = json->if_contains("language");
    emit changed();
    if (language != nullptr && language->is_string())
        setLanguage(qs(std::string_view(language->get_string())));
}

void Settings::keep()
{
    emit changed();
    if (!m_desk.isOpen())
        return;
    // A setting that is not kept is asked again; nothing of anybody is lost.
    (void)m_desk.store().putNote(kNote, canonicalJson(boost::json::object{{"large", m_large ? 1 : 0},
                                                                          {"still", m_still ? 1 : 0},
                                                                          {"scheme", static_cast<int>(m_scheme)},
                                                                          {"scale", m_scale},
                                                                          {"language", m_language.toStdString()}}));
}

// Each language is written in itself, so that it can be found by who reads no other.
void Settings::showLanguages()
{
    Rows rows;
    for (const QString& code : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        // Qt takes English without a country for that of one.
        const QString own =
            code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
        rows.push_back({{"code", code}, {"label", own}, {"chosen", code == m_language}});
    }
    m_languages.setRows(rows);
}

} // namespace lianxin::ui
