// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/access_log.hpp"

#include "sync/model/json.hpp"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace lianxin::server {

Result<void> AccessLog::check(const std::string& file)
{
    if (file.empty())
        return {};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(std::fopen(file.c_str(), "ab"), &std::fclose);
    if (opened == nullptr)
        return fail(Errc::notAllowed, file + ": cannot be written: " + std::generic_category().message(errno));
    return {};
}

AccessLog::AccessLog(const std::string& file)
{
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file.empty())
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    else
        sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    m_logger = std::make_shared<spdlog::logger>("access", std::move(sink));
    m_logger->set_pattern("%v");
    m_logger->set_error_handler([this](const std::string&) { m_refused = true; });
    m_logger->flush_on(spdlog::level::info); // a log that is lost with the process tells nothing about why it died
}

AccessLog::~AccessLog() = default;

void AccessLog::request(const AccessEntry& entry)
{
    boost::json::object line;
    line["request"] = entry.request;
    line["path"] = entry.path;
    line["status"] = entry.status;
    line["in"] = static_cast<std::int64_t>(entry.bytesIn);
    line["out"] = static_cast<std::int64_t>(entry.bytesOut);
    line["us"] = entry.micros;
    if (!entry.replica.empty())
        line["replica"] = entry.replica;
    write(std::move(line));
}

void AccessLog::event(std::string_view what, boost::json::object more)
{
    more["event"] = what;
    write(std::move(more));
}

void AccessLog::flush() { m_logger->flush(); }

void AccessLog::write(boost::json::object line)
{
    using namespace std::chrono;
    line["time"] = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const auto text = canonicalJson(line);
    m_refused = false;
    m_logger->info(text);
    if (m_refused)
        std::fprintf(stderr, "%s\n", text.c_str());
}

} // namespace lianxin::server
