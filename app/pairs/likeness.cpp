// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pairs/likeness.hpp"

#include "app/pairs/likeness_score.hpp"
#include "app/pairs/member_look.hpp"
#include "sync/model/validate.hpp"

#include <algorithm>
#include <unordered_map>

namespace lianxin::pairs {

namespace {

constexpr std::size_t kTownshipDigits = 9;
constexpr std::size_t kIdDigits = 18;
constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kBody = 11;
constexpr std::size_t kDayText = 10;

struct FileLook {
    const FamilyFile* file{nullptr};
    std::string township;
    std::string address;
    std::set<std::string> phones;
    std::vector<MemberLook> members;
};

using Keys = std::unordered_map<std::string, std::vector<std::size_t>>;

class Search {
public:
    Search(const std::vector<FamilyFile>& files, const store::TextFolder& folder, const std::set<FilePair>& decided)
        : m_decided(decided)
    {
        m_looks.reserve(files.size());
        for (const auto& file : files)
            m_looks.push_back(look(file, folder));
    }
    Finding run()
    {
        for (std::size_t i = 0; i < m_looks.size(); ++i)
            keysOf(i);
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [key, files] : m_keys) {
            if (files.size() > static_cast<std::size_t>(score::kCrowded)) {
                ++m_finding.crowdedKeys;
                continue;
            }
            for (std::size_t a = 0; a < files.size(); ++a)
                for (std::size_t b = a + 1; b < files.size(); ++b)
                    pairs.emplace(std::min(files[a], files[b]), std::max(files[a], files[b]));
        }
        for (const auto& [a, b] : pairs)
            judge(m_looks[a], m_looks[b]);
        std::sort(m_finding.looked.begin(), m_finding.looked.end(), [](const Likeness& a, const Likeness& b) {
            return std::tie(a.first, a.second) < std::tie(b.first, b.second);
        });
        return std::move(m_finding);
    }

private:
    static FileLook look(const FamilyFile& file, const store::TextFolder& folder)
    {
        FileLook made{&file, file.area.substr(0, kTownshipDigits), folder.fold(file.address), {}, {}};
        const auto note = [&](const std::string& phone) {
            const auto normal = normalPhone(phone);
            const auto kind = phoneKind(normal);
            if (kind == PhoneKind::mobile || kind == PhoneKind::landline)
                made.phones.insert(normal);
        };
        for (const auto& phone : file.phones)
            note(phone);
        for (const auto& member : file.members) {
            made.members.push_back(lookAt(member, folder));
            note(member.phone);
        }
        return made;
    }

    void put(std::string key, std::size_t file)
    {
        auto& files = m_keys[std::move(key)];
        if (files.empty() || files.back() != file)
            files.push_back(file);
    }

    void keysOf(std::size_t index)
    {
        const auto& look = m_looks[index];
        for (const auto& phone : look.phones)
            put("p" + phone, index);
        if (!look.address.empty())
            put("a" + look.file->area + look.address, index);
        for (const auto& member : look.members) {
            if (member.number.size() == kIdDigits) {
                put("i" + member.number, index);
                put("j" + member.number.substr(kRegionDigits, kBody), index);
            }
            if (member.sound.empty())
                continue;
            ++m_names[member.name];
            put("n" + member.sound + '|' + look.township, index);
            if (member.birth.size() == kDayText) {
                put("b" + member.sound + '|' + member.birth, index);
                put("d" + member.family + '|' + member.birth + '|' + look.township, index);
            }
        }
    }

    bool sharePhone(const FileLook& one, const FileLook& other) const
    {
        return std::any_of(one.phones.begin(), one.phones.end(), [&](const std::string& phone) {
            return other.phones.contains(phone) &&
                   m_keys.at("p" + phone).size() <= static_cast<std::size_t>(score::kCrowdedPhone);
        });
    }

    void judge(const FileLook& one, const FileLook& other)
    {
        const auto pair = filePair(one.file->id, other.file->id);
        if (m_decided.contains(pair))
            return;
        const bool turned = pair.first != one.file->id;
        const auto& a = turned ? other : one;
        const auto& b = turned ? one : other;
        const bool sameVillage = !a.file->area.empty() && a.file->area == b.file->area;

        Likeness like{pair.first, pair.second, 0, {}, {}, {}};
        MemberScore best;
        int somebodies = 0;
        for (const auto& left : a.members)
            for (const auto& right : b.members) {
                auto found = compare(left, right, sameVillage);
                if (found.sameName && found.sameBirth && m_names.at(left.name) <= 2)
                    found.score += score::kRareName;
                somebodies += found.isSomebody && found.score >= score::kSameName ? 1 : 0;
                if ((like.member.isNil() || found.score > best.score) && found.isSomebody) {
                    best = std::move(found);
                    like.member = left.id;
                    like.other = right.id;
                }
            }
        like.score = best.score;
        like.reasons = std::move(best.reasons);
        const auto add = [&like](bool holds, int points, Reason reason) {
            if (!holds)
                return;
            like.score += points;
            like.reasons.push_back(reason);
        };
        add(sharePhone(a, b), score::kSamePhone, Reason::samePhone);
        add(sameVillage && !a.address.empty() && a.address == b.address, score::kSameAddress, Reason::sameAddress);
        add(somebodies > 1, score::kSameCouple, Reason::sameCouple);
        like.score += sameVillage ? score::kSameVillage : a.township != b.township ? score::kOtherTownship : 0;
        if (like.member.isNil()) // circumstances alone: neighbours, father and son
            like.score = std::min(like.score, 0);
        std::sort(like.reasons.begin(), like.reasons.end());
        like.reasons.erase(std::unique(like.reasons.begin(), like.reasons.end()), like.reasons.end());
        m_finding.looked.push_back(std::move(like));
    }

    const std::set<FilePair>& m_decided;
    std::vector<FileLook> m_looks;
    Keys m_keys;
    std::unordered_map<std::string, int> m_names;
    Finding m_finding;
};

} // namespace

bool Likeness::has(Reason reason) const { return std::find(reasons.begin(), reasons.end(), reason) != reasons.end(); }

FilePair filePair(RecordId one, RecordId other) { return {std::min(one, other), std::max(one, other)}; }

std::vector<Likeness> Finding::toAsk() const
{
    std::vector<Likeness> asked;
    for (const auto& like : looked)
        if (like.score >= kAsk)
            asked.push_back(like);
    std::stable_sort(asked.begin(), asked.end(),
                     [](const Likeness& a, const Likeness& b) { return a.score > b.score; });
    return asked;
}

Finding lookForPairs(const std::vector<FamilyFile>& files, const store::TextFolder& folder,
                     const std::set<FilePair>& decided)
{
    return Search(files, folder, decided).run();
}

} // namespace lianxin::pairs
