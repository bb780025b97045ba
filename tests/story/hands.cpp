// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.hpp"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

namespace lianxin::story {
namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr int kRounds = 40;       // an answer may open further questions
constexpr int kSupposedMinutes = 50;
constexpr std::string_view kDemoCode = "202610"; // shown on the unlock page of a demonstration
const QString kDo = QStringLiteral("do");
const QString kForm = QStringLiteral("form");
const QString kFormRows = QStringLiteral("form.rows");

bool isChosen(const QJsonValue& option) { return option[QLatin1String("chosen")].toBool(); }

} // namespace

Hands::Hands(const Catalogue& catalogue, const QString& folder, const QString& pictures, quint16 server)
    : m_catalogue(catalogue), m_link(server), m_process(folder, pictures)
{}

QJsonValue Hands::ask(const QJsonObject& command, bool* good)
{
    const auto reply = m_process.ask(command);
    const bool done = reply.value(QLatin1String("ok")).toBool();
    if (good != nullptr)
        *good = done;
    else if (!done)
        qWarning("the tablet does not do %s",
                 QJsonDocument(command).toJson(QJsonDocument::Compact).left(200).constData());
    return reply.value(QLatin1String("value"));
}

bool Hands::registerPeople(const QList<QJsonObject>& invitations, const QByteArray& ca)
{
    QByteArray lines;
    for (const auto& one : invitations)
        lines += QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n';
    bool good = false;
    (void)ask({{kDo, QStringLiteral("register")},
               {QStringLiteral("invitations"), QString::fromUtf8(lines)},
               {QStringLiteral("server"), QStringLiteral("https://127.0.0.1:%1").arg(m_link.port())},
               {QStringLiteral("ca"), QString::fromUtf8(ca)}},
              &good);
    return good;
}

bool Hands::typeCode(const QString& entry, const std::function<bool()>& until)
{
    for (const char digit : kDemoCode)
        call(entry, "pressDigit", {digit - '0'});
    return QTest::qWaitFor(until, kPatience);
}

bool Hands::unlock(const QString& name)
{
    for (const auto& row : rows(QStringLiteral("unlock.users")))
        if (row[QLatin1String("name")].toString() == name)
            call(QStringLiteral("unlock"), "choose", {row[QLatin1String("userId")]});
    if (!typeCode(QStringLiteral("unlock.entry"),
                  [this] { return get(QStringLiteral("state")).toString() == QLatin1String("Open"); }))
        return false;
    set(QStringLiteral("settings.reducedMotion"), true); // a picture is of a page, not of its turn
    return get(QStringLiteral("userName")).toString() == name;
}

bool Hands::sync(Mood mood)
{
    connectNow();
    const auto isQuiet = [&] {
        const auto now = state();
        if (mood == Mood::impatient && now.value(QLatin1String("backingOff")).toBool())
            connectNow();
        return now.value(QLatin1String("quiet")).toBool();
    };
    const bool quiet = QTest::qWaitFor(isQuiet, kPatience);
    if (!quiet)
        qWarning("sync: %s", qPrintable(state().value(QLatin1String("trouble")).toString()));
    return quiet;
}

void Hands::picture(const char* name)
{
    (void)ask({{kDo, QStringLiteral("picture")}, {QStringLiteral("name"), QLatin1String(name)}});
}

void Hands::resize(int width, int height)
{
    (void)ask({{kDo, QStringLiteral("resize")}, {QStringLiteral("width"), width}, {QStringLiteral("height"), height}});
}

void Hands::call(const QString& path, const char* function, const QJsonArray& arguments)
{
    (void)ask({{kDo, QStringLiteral("call")},
               {QStringLiteral("path"), path},
               {QStringLiteral("function"), QLatin1String(function)},
               {QStringLiteral("arguments"), arguments}});
}

void Hands::set(const QString& path, const QJsonValue& value)
{
    (void)ask({{kDo, QStringLiteral("set")}, {QStringLiteral("path"), path}, {QStringLiteral("value"), value}});
}

QJsonValue Hands::get(const QString& path)
{
    return ask({{kDo, QStringLiteral("get")}, {QStringLiteral("path"), path}});
}

QJsonArray Hands::rows(const QString& path)
{
    return ask({{kDo, QStringLiteral("rows")}, {QStringLiteral("path"), path}}).toArray();
}

bool Hands::waitFor(const QString& path, const QJsonValue& value)
{
    return QTest::qWaitFor([&] { return get(path) == value; }, kPatience);
}

void Hands::closeCrisis()
{
    if (get(QStringLiteral("crisisOpen")).toBool())
        call({}, "closeCrisis");
}

int Hands::key(const char* field)
{
    const auto* type = m_catalogue.type(kind().toStdString());
    const Field* found = type != nullptr ? type->field(std::string_view(field)) : nullptr;
    if (found == nullptr)
        qFatal("the open form has no field %s", field);
    return static_cast<int>(found->number);
}

void Hands::answer(const char* field, int code) { call(kForm, "toggle", {key(field), code}); }

void Hands::type(const char* field, const QString& text, qsizetype letters)
{
    const int at = key(field);
    for (qsizetype length = 1; length <= letters; ++length)
        call(kForm, "edit", {at, text.left(length)});
}

void Hands::write(const char* field, const QString& text)
{
    type(field, text, text.size());
    call(kForm, "leave", {key(field)});
}

QString Hands::written(const char* field)
{
    const int wanted = key(field);
    for (const auto& row : rows(kFormRows))
        if (row[QLatin1String("key")].toInt() == wanted)
            return row[QLatin1String("value")].toString().remove(QLatin1Char(' '));
    return {};
}

bool Hands::answerRow(const QJsonObject& row)
{
    const auto control = row.value(QLatin1String("control")).toString();
    const auto options = row.value(QLatin1String("options")).toArray();
    const bool empty = row.value(QLatin1String("value")).toString().isEmpty();
    const auto at = row.value(QLatin1String("key"));
    if (!options.isEmpty() && std::none_of(options.begin(), options.end(), isChosen) &&
        (control == QLatin1String("options") || empty))
        call(kForm, "toggle", {at, options[0][QLatin1String("code")]});
    else if (empty && (control == QLatin1String("longText") || control == QLatin1String("text")))
        call(kForm, "edit", {at, QStringLiteral("演示")});
    else if (empty && control == QLatin1String("number"))
        call(kForm, "edit", {at, QString::number(kSupposedMinutes)});
    else
        return false;
    return true;
}

bool Hands::answerRest()
{
    const auto ready = [this] { return get(QStringLiteral("form.footReady")).toBool(); };
    for (const auto& row : rows(kFormRows))
        if (row[QLatin1String("control")].toString() == QLatin1String("section") &&
            !row[QLatin1String("open")].toBool())
            call(kForm, "toggleSection", {row[QLatin1String("key")]});
    for (int round = 0; round < kRounds && !ready(); ++round)
        for (const auto& row : rows(kFormRows))
            if (answerRow(row.toObject()) && ready())
                break;
    if (!ready())
        qWarning("form %s: %s", qPrintable(kind()), qPrintable(get(QStringLiteral("form.footText")).toString()));
    return ready();
}

QJsonObject Hands::state() { return ask({{kDo, QStringLiteral("state")}}).toObject(); }

QJsonObject Hands::partitions() { return ask({{kDo, QStringLiteral("partitions")}}).toObject(); }

QJsonArray Hands::conflicts() { return ask({{kDo, QStringLiteral("conflicts")}}).toArray(); }

int Hands::countOf(const char* type)
{
    return ask({{kDo, QStringLiteral("count")}, {QStringLiteral("type"), QLatin1String(type)}}).toInt();
}

QString Hands::valueOf(const QString& record, const char* field)
{
    return ask({{kDo, QStringLiteral("value")},
                {QStringLiteral("record"), record},
                {QStringLiteral("field"), QLatin1String(field)}})
        .toString();
}

bool Hands::draftHolds(const QString& text)
{
    return ask({{kDo, QStringLiteral("draftHolds")}, {QStringLiteral("text"), text}}).toBool();
}

QByteArray Hands::databaseKey()
{
    return QByteArray::fromHex(ask({{kDo, QStringLiteral("databaseKey")}}).toString().toLatin1());
}

} // namespace lianxin::story
