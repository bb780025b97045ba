// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/support_facts.hpp"

#include "app/viewmodel/fault_log.hpp"
#include "sync/seal/hash.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SupportFacts)
};

constexpr std::size_t kAuditEntries = 500;
constexpr std::array<const char*, 8> kPhases{"offline", "idle",       "pushing", "pulling",
                                             "waiting", "recovering", "forked",  "refused"};

QString stamp(Millis at)
{
    return at <= 0 ? QStringLiteral("never")
                   : QDateTime::fromMSecsSinceEpoch(at, QTimeZone(0)).toString(QStringLiteral("yyyy-MM-dd HH:mm'Z'"));
}

QString number(std::uint64_t value) { return QString::number(value); }

// A kind is a word of the program. What is none, because a file was changed from outside, is not passed on.
bool isKind(const std::string& kind)
{
    return kind.size() <= 32 &&
           std::ranges::all_of(kind, [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

QString auditKinds(const Desk& desk)
{
    struct Seen {
        int times{0};
        Millis last{0};
    };
    std::map<std::string, Seen> kinds;
    const auto entries = desk.store().audit(kAuditEntries);
    for (const auto& entry : entries ? *entries : std::vector<store::AuditEntry>{}) {
        auto& seen = kinds[isKind(entry.kind) ? entry.kind : "other"];
        ++seen.times;
        seen.last = std::max(seen.last, entry.at);
    }
    QStringList parts;
    for (const auto& [kind, seen] : kinds)
        parts << QStringLiteral("%1 x%2 (%3)").arg(qs(kind)).arg(seen.times).arg(stamp(seen.last));
    return parts.isEmpty() ? QStringLiteral("none") : parts.join(QLatin1String("; "));
}

QString faultsSeen(const Desk& desk)
{
    QStringList parts;
    for (const auto& one : notedFaults(desk))
        parts << QStringLiteral("%1 x%2 (%3)").arg(qs(one.name)).arg(one.times).arg(stamp(one.at));
    return parts.isEmpty() ? QStringLiteral("none") : parts.join(QLatin1String("; "));
}

QString heldBackReasons(const Desk& desk)
{
    std::map<int, int> reasons;
    const auto held = desk.store().heldBack();
    for (const auto& change : held ? *held : std::vector<store::OwnChange>{})
        ++reasons[static_cast<int>(change.reason)];
    QStringList parts;
    for (const auto& [reason, count] : reasons)
        parts << QStringLiteral("reason %1 x%2").arg(reason).arg(count);
    return parts.isEmpty() ? QStringLiteral("none") : parts.join(QLatin1String("; "));
}

void addSync(std::vector<SupportLine>& lines, const SupportSources& from)
{
    const auto state = from.desk.store().syncState();
    if (state) {
        const auto hash = seal::blake2b(state->replica.raw());
        const auto tag = toBase64Url(std::span(hash.bytes).first(6)); // as the server's log has it
        lines.push_back({"replica", Words::tr("This tablet, as a hash"), qs(tag)});
        lines.push_back({"last-contact", Words::tr("Last connected"), stamp(state->lastContact)});
        lines.push_back({"clock-offset-minutes", Words::tr("Minutes that the clock is off"),
                         QString::number(state->clockOffset / 60'000)});
        lines.push_back({"saved", Words::tr("Saved here"), number(state->saved)});
        lines.push_back({"acknowledged", Words::tr("Received by the province"), number(state->acknowledged)});
        lines.push_back({"scope-generation", Words::tr("Generation of the villages"), number(state->scopeGeneration)});
    }
    if (from.driver != nullptr) {
        const auto& engine = from.driver->state();
        lines.push_back({"phase", Words::tr("State of sending"),
                         QLatin1String(kPhases.at(static_cast<std::size_t>(engine.phase) % kPhases.size()))});
        lines.push_back({"attempts", Words::tr("Tries in a row"), number(engine.attempt)});
        const auto& trouble = from.driver->trouble();
        lines.push_back({"trouble", Words::tr("What stopped it"),
                         trouble ? QStringLiteral("%1, cause %2, http %3")
                                       .arg(QLatin1String(errcName(trouble->code)))
                                       .arg(static_cast<int>(from.driver->circumstance().cause))
                                       .arg(from.driver->circumstance().status)
                                 : QStringLiteral("none")});
    }
    lines.push_back({"online", Words::tr("Network"), from.online ? QStringLiteral("yes") : QStringLiteral("no")});
    lines.push_back({"fault", Words::tr("What the page says of it"),
                     from.fault ? qs(faultName(*from.fault)) : QStringLiteral("none")});
}

void addStore(std::vector<SupportLine>& lines, const SupportSources& from)
{
    const Desk& desk = from.desk;
    if (const auto counts = desk.store().counts()) {
        lines.push_back({"records", Words::tr("Records here"), number(counts->records)});
        lines.push_back({"drafts", Words::tr("Drafts"), number(counts->drafts)});
        lines.push_back({"conflicts", Words::tr("Places to look at together"), number(counts->conflicts)});
        lines.push_back({"held-back", Words::tr("Put aside by the province"), number(counts->heldBack)});
    }
    lines.push_back({"held-back-reasons", Words::tr("Why, by number"), heldBackReasons(desk)});
    const auto partitions = desk.store().partitions();
    lines.push_back({"partitions", Words::tr("Areas here"), partitions ? number(partitions->size()) : QString()});
    lines.push_back({"data-bytes", Words::tr("Size of the records"), number(from.sizes.data)});
    lines.push_back({"attachment-bytes", Words::tr("Size of pictures and voices"), number(from.sizes.attachments)});
    lines.push_back({"faults-seen", Words::tr("What went wrong lately"), faultsSeen(desk)});
    lines.push_back({"audit-kinds", Words::tr("Kinds of what was done"), auditKinds(desk)});
}

} // namespace

std::vector<SupportLine> supportLines(const SupportSources& from)
{
    std::vector<SupportLine> lines;
    if (!from.desk.isOpen())
        return lines;
    lines.push_back({"written", Words::tr("Written"), stamp(from.desk.now())});
    lines.push_back({"version", Words::tr("Version"), QCoreApplication::applicationVersion()});
    lines.push_back({"catalogue", Words::tr("Version of the forms"), number(from.desk.catalogue().version())});
    lines.push_back({"qt", QStringLiteral("Qt"), QLatin1String(qVersion())});
    lines.push_back(
        {"system", Words::tr("System"),
         dotted({QSysInfo::kernelType(), QSysInfo::productType() + QLatin1Char(' ') + QSysInfo::productVersion()})});
    lines.push_back({"language", Words::tr("Language"), qs(from.desk.language())});
    addSync(lines, from);
    addStore(lines, from);
    return lines;
}

QString supportText(const std::vector<SupportLine>& lines)
{
    QString text =
        QStringLiteral("Lianxin support file. It holds no names, no ids of records and nothing that somebody "
                       "wrote.\n");
    for (const auto& line : lines)
        text += QStringLiteral("%1: %2\n").arg(QLatin1String(line.key), line.value);
    return text;
}

} // namespace lianxin::ui
