// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_reader.hpp"
#include "tests/fuzz/fuzz_target.hpp"

namespace {

constexpr std::size_t kMost = 4096;

lianxin::client::HttpReader read(std::string_view bytes, std::size_t step)
{
    lianxin::client::HttpReader reader(kMost);
    for (std::size_t at = 0; at < bytes.size(); at += step)
        reader.feed(bytes.substr(at, step));
    return reader;
}

} // namespace

// An answer of whoever is at the other end, before TLS has said that it is the server.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto whole = read(bytes, bytes.size() + 1);
    promise(whole.body().size() <= kMost, "a body stays within its bound");
    for (const std::size_t step : {1U, 7U}) {
        const auto parts = read(bytes, step);
        promise(parts.state() == whole.state() && parts.body() == whole.body() && parts.status() == whole.status() &&
                    parts.mayGoOn() == whole.mayGoOn(),
                "an answer reads the same however it is cut into packets");
    }
    return whole.isWhole();
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: zstd\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n3\r\nyou\r\n0\r\nTrailer: 1\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: "
        "0\r\n\r\n",
        "HTTP/1.0 204 None\n\n"};
}
