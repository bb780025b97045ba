// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scales/scoring.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/safety_questions.hpp"

namespace lianxin::ui {

// How a result came about: code list scale_given.
enum class ScaleGiven : std::int64_t { byThemselves = 1, readAloud = 2, scoreOnly = 3 };

// One scale while it is read to somebody, or a score while it is entered. Every answer is a durable draft, an envelope for its author,
// before the next line is shown; an answer that leads to the safety questions makes these a draft first (domain 3.5).
class ScaleReading {
public:
    [[nodiscard]] static Result<ScaleReading> begin(const Desk& desk, const scales::Scale& scale, const ScaleWish& wish,
                                                    bool consent);
    // notAllowed: the second unlock is missing. notFound: a scale that this tablet does not have.
    [[nodiscard]] static Result<ScaleReading> resume(const Desk& desk, const store::Draft& draft);

    [[nodiscard]] const scales::Scale& scale() const { return *m_scale; }
    [[nodiscard]] const ScaleWish& wish() const { return m_wish; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] bool atEnd() const { return m_position >= m_scale->items.size(); }
    [[nodiscard]] const scales::Item& item() const { return m_scale->items[m_position]; } // not at the end
    // What was said to the line that is shown; nothing: it was not asked yet.
    [[nodiscard]] std::optional<int> said() const;
    [[nodiscard]] bool anythingSaid() const { return !m_answers.empty(); }
    [[nodiscard]] bool owesQuestions() const { return m_owes; }

    [[nodiscard]] Result<void> answer(int value); // kNotAnswered: 不想回答. On failure nothing moves
    void previous();
    [[nodiscard]] Result<void> enter(std::optional<int> total, const std::map<std::uint32_t, bool>& checks);
    [[nodiscard]] const std::map<std::uint32_t, bool>& checks() const { return m_checks; }
    [[nodiscard]] std::optional<int> entered() const { return m_entered; }

    // Into the store for good, with what the profile of today makes of it; lines that were not reached count as not answered.
    [[nodiscard]] Result<forms::Committed> keep();
    [[nodiscard]] Result<void> discard(); // nothing was said

private:
    ScaleReading(const Desk& desk, const scales::Scale& scale, ScaleWish wish, forms::RecordEditor editor);
    [[nodiscard]] scales::Outcome outcome() const;
    void set(const char* field, const Value& value);
    [[nodiscard]] Result<void> store(); // the questions that are owed now, then the answers

    const Desk* m_desk;
    const scales::Scale* m_scale;
    ScaleWish m_wish;
    forms::RecordEditor m_editor;
    std::vector<int> m_answers;
    std::map<std::uint32_t, bool> m_checks;
    std::optional<int> m_entered;
    std::size_t m_position{0};
    bool m_owes{false};
    std::optional<OwedQuestions> m_owed; // begun by this reading, so that a slip of the finger takes them along
};

} // namespace lianxin::ui
