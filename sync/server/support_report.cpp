// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/support_report.hpp"

#include "sync/server/command_line.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/system_sources.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

namespace lianxin::server {
namespace {

namespace json = boost::json;

std::uint64_t numberOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr)
        return 0;
    if (const auto* plain = value->if_uint64())
        return *plain;
    const auto* whole = value->if_int64();
    return whole != nullptr && *whole > 0 ? static_cast<std::uint64_t>(*whole) : 0;
}

const json::array& listOf(const json::object& object, std::string_view name)
{
    static const json::array none;
    const auto* value = object.if_contains(name);
    const auto* list = value != nullptr ? value->if_array() : nullptr;
    return list != nullptr ? *list : none;
}

// A word of our own lists; whatever else stands there is not passed on.
std::string wordOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    const auto* text = value != nullptr ? value->if_string() : nullptr;
    if (text == nullptr || text->size() > 32)
        return "other";
    for (const char c : *text)
        if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != ' ')
            return "other";
    return std::string(*text);
}

std::uint64_t sizeOf(const std::string& path)
{
    std::error_code gone;
    const auto size = std::filesystem::file_size(path, gone);
    return gone ? 0 : static_cast<std::uint64_t>(size);
}

class Lines {
public:
    template <typename T> void add(const char* key, const T& value)
    {
        if constexpr (std::is_arithmetic_v<T>)
            m_text += std::string(key) + ": " + std::to_string(value) + "\n";
        else
            m_text += std::string(key) + ": " + std::string(value) + "\n";
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text{
        "Lianxin support file of a server. It holds no names, no ids and nothing that somebody wrote.\n"};
};

void addReplicas(Lines& lines, const json::object& status)
{
    std::uint64_t frozen = 0;
    std::uint64_t held = 0;
    const auto& replicas = listOf(status, "replicas");
    for (const auto& replica : replicas)
        if (const auto* one = replica.if_object()) {
            const auto* flag = one->if_contains("frozen");
            frozen += flag != nullptr && flag->is_bool() && flag->get_bool() ? 1 : 0;
            held += numberOf(*one, "held");
        }
    lines.add("replicas", replicas.size());
    lines.add("frozen-replicas", frozen);
    lines.add("held", held);
}

void addQuarantine(Lines& lines, const json::object& status)
{
    std::map<std::string, std::uint64_t> reasons;
    for (const auto& entry : listOf(status, "quarantine"))
        if (const auto* one = entry.if_object())
            ++reasons[wordOf(*one, "reason")];
    std::string text;
    for (const auto& [reason, count] : reasons)
        text += (text.empty() ? "" : "; ") + reason + " x" + std::to_string(count);
    lines.add("quarantine", text.empty() ? std::string("none") : text);
}

} // namespace

std::string supportReport(const json::object& status, const HomePaths& paths, Millis now)
{
    Lines lines;
    lines.add("written", now);
    lines.add("realm", wordOf(status, "realm"));
    lines.add("schema", numberOf(status, "schema"));
    lines.add("catalogue", numberOf(status, "catalogue"));
    const auto* address = status.if_contains("address");
    lines.add("running",
              std::string(address != nullptr && address->is_string() && !address->get_string().empty() ? "yes" : "no"));
    lines.add("records", numberOf(status, "records"));
    lines.add("changesets", numberOf(status, "changesets"));
    addReplicas(lines, status);
    lines.add("partitions", listOf(status, "partitions").size());
    addQuarantine(lines, status);
    lines.add("database-bytes", sizeOf(paths.database()));
    lines.add("log-bytes-of-database", sizeOf(paths.database() + "-wal"));
    lines.add("segments-bytes", sizeOf(paths.segments()));
    std::error_code unknown;
    const auto space = std::filesystem::space(paths.folder, unknown);
    lines.add("free-bytes", unknown ? std::uint64_t{0} : static_cast<std::uint64_t>(space.available));
    return lines.take();
}

void addSupport(CLI::App& app, std::string& data, std::function<Result<void>()>& action)
{
    const auto file = std::make_shared<std::string>();
    auto* sub = app.add_subcommand("support", "A file for whoever helps: versions, counts, sizes; no names, no ids");
    sub->add_option("FILE", *file, "Written for its owner alone")->required();
    sub->add_option("--data", data, "Data folder")->required();
    sub->callback([&data, &action, file] {
        action = [&data, file]() -> Result<void> {
            const HomePaths paths{data};
            LIANXIN_TRY(const auto status, runAdmin(paths, {{"do", "status"}}));
            const auto text = supportReport(status, paths, SystemClock().now());
            std::cout << text;
            return writePrivateFile(*file, text);
        };
    });
}

} // namespace lianxin::server
