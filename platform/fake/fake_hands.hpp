// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hands.hpp"

#include <map>
#include <optional>
#include <utility>

namespace lianxin::platform {

// A camera that sees the picture it was given. show() is the next moment before its eye.
class FakeCamera final : public Camera {
public:
    explicit FakeCamera(QImage sees = {}) : m_sees(std::move(sees)) {}
    [[nodiscard]] bool isThere() override { return !m_sees.isNull(); }
    void start(Frame frame) override
    {
        m_frame = std::move(frame);
        if (isThere() && m_frame)
            m_frame(m_sees);
    }
    void stop() override { m_frame = nullptr; }
    void take(Taken taken) override
    {
        if (m_frame && isThere())
            taken(m_sees);
        else
            taken(fail(Errc::notFound, "no camera"));
    }
    void show(QImage picture)
    {
        m_sees = std::move(picture);
        if (const auto frame = m_frame) // the one who looks may stop looking
            frame(m_sees);
    }
    [[nodiscard]] bool isStarted() const { return static_cast<bool>(m_frame); }

private:
    QImage m_sees;
    Frame m_frame;
};

class FakeAlbum final : public Album {
public:
    [[nodiscard]] std::vector<Entry> newest(std::size_t most) override
    {
        std::vector<Entry> entries;
        Millis at = static_cast<Millis>(m_files.size());
        for (const auto& [id, bytes] : m_files)
            if (entries.size() < most)
                entries.push_back({id, at--});
        return entries;
    }
    [[nodiscard]] Result<std::string> read(const std::string& id, std::size_t atMost) override
    {
        const auto found = m_files.find(id);
        if (found == m_files.end())
            return fail(Errc::notFound, "no such picture");
        return found->second.size() > atMost ? Result<std::string>(fail(Errc::invalidInput, "too long"))
                                             : Result<std::string>(found->second);
    }
    void put(std::string id, std::string bytes) { m_files[std::move(id)] = std::move(bytes); }

private:
    std::map<std::string, std::string> m_files;
};

class FakeMicrophone final : public Microphone {
public:
    explicit FakeMicrophone(bool isThere = true) : m_isThere(isThere) {}
    [[nodiscard]] Result<void> start(Samples samples) override
    {
        if (!m_isThere)
            return fail(Errc::notFound, "no microphone");
        m_samples = std::move(samples);
        return {};
    }
    void stop() override { m_samples = nullptr; }
    void hear(std::span<const std::int16_t> samples)
    {
        if (const auto listener = m_samples)
            listener(samples);
    }
    [[nodiscard]] bool isStarted() const { return static_cast<bool>(m_samples); }

private:
    bool m_isThere;
    Samples m_samples;
};

class FakeLoudspeaker final : public Loudspeaker {
public:
    [[nodiscard]] Result<void> play(std::vector<std::int16_t> samples, std::function<void()> ended) override
    {
        m_played = std::move(samples);
        m_ended = std::move(ended);
        return {};
    }
    void stop() override { m_ended = nullptr; }
    void comeToTheEnd()
    {
        if (const auto ended = std::exchange(m_ended, nullptr))
            ended();
    }
    [[nodiscard]] const std::vector<std::int16_t>& played() const { return m_played; }
    [[nodiscard]] bool isPlaying() const { return static_cast<bool>(m_ended); }

private:
    std::vector<std::int16_t> m_played;
    std::function<void()> m_ended;
};

// Answers when told to, as the sky does.
class FakePlaceSource final : public PlaceSource {
public:
    void ask(Found found) override
    {
        ++m_asked;
        m_found = std::move(found);
    }
    void forget() override { m_found = nullptr; }
    void answer(const Result<Place>& place)
    {
        if (const auto found = std::exchange(m_found, nullptr))
            found(place);
    }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    int m_asked{0};
    Found m_found;
};

class FakeCodeReader final : public CodeReader {
public:
    [[nodiscard]] std::optional<std::string> read(const QImage&) override { return m_reads; }
    void setReads(std::optional<std::string> text) { m_reads = std::move(text); }

private:
    std::optional<std::string> m_reads;
};

// All of them at once, for tests and the demonstration.
struct FakeHands {
    FakeCamera camera;
    FakeAlbum album;
    FakeMicrophone microphone;
    FakeLoudspeaker loudspeaker;
    FakePlaceSource place;
    FakeCodeReader codes;
    [[nodiscard]] Hands ports() { return {camera, album, microphone, loudspeaker, place, codes}; }
};

} // namespace lianxin::platform
