// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelled_set.hpp"

#include "app/data/family.hpp"
#include "app/data/generator.hpp"

#include <algorithm>
#include <array>

namespace lianxin::test {

namespace {

constexpr std::size_t kVillages = 60;
constexpr int kMale = 1;
constexpr int kFemale = 2;
// In which part of the families something happens that is labelled.
constexpr double kTwice = 0.12;
constexpr double kAlike = 0.25;

constexpr std::array<const char*, 12> kTwiceWays = {"moved, same number",
                                                    "no number, other telephone",
                                                    "name by ear",
                                                    "day and month exchanged",
                                                    "number of fifteen digits",
                                                    "today's region in the number",
                                                    "moved, telephone kept, no number",
                                                    "moved, nothing else kept",
                                                    "wrong character, number kept",
                                                    "wrong character, no number",
                                                    "opened for the other of the couple",
                                                    "name and telephone only"};
constexpr std::array<const char*, 9> kAlikeWays = {"twins under one roof",
                                                   "twins without numbers",
                                                   "namesake in the village",
                                                   "namesake born the same year, no numbers",
                                                   "father and son, one telephone",
                                                   "neighbours in one house",
                                                   "namesake with the same birthday, two numbers",
                                                   "spelled alike, born in another year",
                                                   "the shop's telephone"};

std::string area(std::size_t village) // six townships of ten villages
{
    return "3599010" + data::padded(1 + village / 10, 2) + data::padded(201 + village % 10, 3);
}

// Another character of the same sound, as a clerk hears it.
const std::map<std::string, std::string, std::less<>>& homophones()
{
    static const std::map<std::string, std::string, std::less<>> table{
        {"秀", "绣"}, {"英", "瑛"}, {"美", "媄"}, {"华", "花"}, {"丽", "莉"}, {"珠", "株"}, {"玉", "育"}, {"兰", "岚"},
        {"志", "智"}, {"强", "墙"}, {"建", "健"}, {"国", "帼"}, {"文", "纹"}, {"辉", "晖"}, {"春", "椿"}, {"金", "今"},
        {"福", "富"}, {"清", "青"}, {"云", "芸"}, {"雪", "雪"}, {"素", "诉"}, {"珍", "真"}, {"淑", "叔"}, {"贞", "真"},
        {"荣", "容"}, {"海", "海"}, {"平", "萍"}, {"明", "鸣"}, {"德", "得"}, {"生", "声"}, {"琴", "勤"}, {"惠", "慧"}};
    return table;
}

std::string characterAt(const std::string& text, std::size_t index) // in UTF-8
{
    const auto before = data::firstCharacters(text, index);
    const auto with = data::firstCharacters(text, index + 1);
    return with.substr(before.size());
}

std::string withCharacter(const std::string& text, std::size_t index, const std::string& character)
{
    const auto before = data::firstCharacters(text, index);
    const auto with = data::firstCharacters(text, index + 1);
    return before + character + text.substr(with.size());
}

bool writeByEar(std::string& name)
{
    for (std::size_t i = 1; i < data::characters(name); ++i)
        if (const auto found = homophones().find(characterAt(name, i));
            found != homophones().end() && found->second != found->first) {
            name = withCharacter(name, i, found->second);
            return true;
        }
    return false;
}

} // namespace

LabelledSet::LabelledSet(const data::Pools& pools, std::uint64_t seed, std::size_t families)
    : m_pools(pools), m_stream(seed, "pairs", families)
{
    for (std::size_t i = 0; i < families; ++i) {
        const auto file = fresh();
        m_files.push_back(file);
        if (m_stream.chance(kTwice))
            twice(file, m_stream.below(12));
        if (m_stream.chance(kAlike))
            alike(file, m_stream.below(9));
    }
}

std::string LabelledSet::number(const std::string& birth, int sex)
{
    auto digits = "3599" + data::padded(1 + m_stream.below(90), 2) + birth.substr(0, 4) + birth.substr(5, 2) +
                  birth.substr(8, 2) + data::padded(m_stream.below(499) * 2 + (sex == kMale ? 1 : 2), 3);
    digits += data::idCheckDigit(digits);
    return digits;
}

pairs::Member LabelledSet::person(int sex, const std::string& surname)
{
    pairs::Member made;
    made.id = makeRecordId(m_now += 1000, m_stream);
    made.sex = sex;
    const int year = m_stream.range(1940, 1972);
    made.birth = data::padded(static_cast<std::uint64_t>(year), 4) + "-" +
                 data::padded(static_cast<std::uint64_t>(m_stream.range(1, 12)), 2) + "-" +
                 data::padded(static_cast<std::uint64_t>(m_stream.range(1, 28)), 2);
    made.name = surname + m_pools.givenName(m_stream, sex, year);
    if (m_stream.chance(0.85))
        made.idNumber = number(made.birth, sex);
    return made;
}

pairs::FamilyFile LabelledSet::fresh()
{
    pairs::FamilyFile file;
    file.id = makeRecordId(m_now += 1000, m_stream);
    const auto village = m_stream.below(kVillages);
    file.area = area(village);
    file.address = m_pools.village(village) + std::to_string(1 + m_stream.below(9)) + "组" +
                   std::to_string(1 + m_stream.below(120)) + "号";
    if (m_stream.chance(0.9))
        file.phones.push_back("1990000" + data::padded(static_cast<std::uint64_t>(m_phones++) % 10'000, 4));
    const int first = m_stream.chance(0.5) ? kMale : kFemale;
    file.members.push_back(person(first, m_pools.surname(m_stream)));
    if (m_stream.chance(0.55))
        file.members.push_back(person(3 - first, m_pools.surname(m_stream)));
    return file;
}

pairs::FilePair LabelledSet::add(const pairs::FamilyFile& one, pairs::FamilyFile other)
{
    other.id = makeRecordId(m_now += 1000, m_stream);
    for (auto& member : other.members)
        member.id = makeRecordId(m_now += 1000, m_stream);
    m_files.push_back(std::move(other));
    return pairs::filePair(one.id, m_files.back().id);
}

void LabelledSet::elsewhere(pairs::FamilyFile& file)
{
    const auto village = m_stream.below(kVillages);
    file.area = area(village);
    file.address = m_pools.village(village) + std::to_string(1 + m_stream.below(120)) + "号";
}

// Ways 0 to 5; false: this family cannot be written that way.
bool LabelledSet::retyped(pairs::FamilyFile& file, std::size_t way)
{
    auto& head = file.members.front();
    switch (way) {
    case 0:
        elsewhere(file);
        file.phones.clear();
        return true;
    case 1:
        head.idNumber.clear();
        file.phones = {"1990000" + data::padded(9'000 + m_stream.below(999), 4)};
        return true;
    case 2:
        head.idNumber.clear();
        file.phones.clear();
        return writeByEar(head.name);
    case 3: {
        const auto exchanged = head.birth.substr(0, 5) + head.birth.substr(8, 2) + "-" + head.birth.substr(5, 2);
        head.birth = exchanged.substr(5, 2) > "12" ? head.birth.substr(0, 9) + "0" : exchanged;
        head.idNumber.clear();
        return true;
    }
    case 4:
        if (head.idNumber.empty())
            return false;
        head.idNumber = head.idNumber.substr(0, 6) + head.idNumber.substr(8, 9);
        elsewhere(file);
        return true;
    default:
        if (head.idNumber.empty())
            return false;
        head.idNumber = "359999" + head.idNumber.substr(6, 11);
        head.idNumber += data::idCheckDigit(head.idNumber);
        file.phones.clear();
        return true;
    }
}

// Ways 6 to 11.
bool LabelledSet::remembered(pairs::FamilyFile& file, std::size_t way)
{
    auto& head = file.members.front();
    const bool hadNumber = !head.idNumber.empty();
    if (way != 8 && way != 10)
        head.idNumber.clear();
    if (way == 8 || way == 9)
        head.name = withCharacter(head.name, data::characters(head.name) - 1, "囡");
    switch (way) {
    case 6: elsewhere(file); return true;
    case 7:
        file.phones.clear();
        elsewhere(file);
        return true;
    case 8: return hadNumber;
    case 9: return true;
    case 10:
        if (file.members.size() < 2)
            return false;
        file.members.erase(file.members.begin());
        return true;
    default:
        head.birth.clear();
        file.address.clear();
        return true;
    }
}

// The same family a second time, as it comes about.
void LabelledSet::twice(pairs::FamilyFile file, std::size_t way)
{
    const auto original = file;
    if (!(way < 6 ? retyped(file, way) : remembered(file, way)))
        return;
    if (way != 10 && way != 1 && file.members.size() > 1 && m_stream.chance(0.5))
        file.members.resize(1); // whoever opened the second file had only met one of them
    m_same.emplace(add(original, std::move(file)), kTwiceWays.at(way));
}

// Another family that looks like it.
void LabelledSet::alike(const pairs::FamilyFile& file, std::size_t way)
{
    auto other = fresh();
    const auto& head = file.members.front();
    auto& theirs = other.members.front();
    const auto near = [&] { other.area = file.area; };
    const auto surname = data::firstCharacters(head.name, 1);
    const auto sibling = [&] {
        theirs.name = surname + m_pools.givenName(m_stream, head.sex, 1955);
        theirs.sex = head.sex;
        other.members.resize(1);
    };
    near();
    switch (way) {
    case 0:
    case 1:
        sibling();
        if (theirs.name == head.name)
            return;
        theirs.birth = head.birth;
        theirs.idNumber = way == 0 ? number(head.birth, head.sex) : std::string();
        other.address = file.address;
        other.phones = file.phones;
        break;
    case 2:
        theirs.name = head.name;
        theirs.sex = head.sex;
        break;
    case 3:
        theirs.name = head.name;
        theirs.sex = head.sex;
        theirs.idNumber.clear();
        theirs.birth = head.birth.substr(0, 4) + theirs.birth.substr(4);
        break;
    case 4:
        sibling();
        other.phones = file.phones;
        break;
    case 5: other.address = file.address; break;
    case 6:
        theirs.name = head.name;
        theirs.sex = head.sex;
        theirs.birth = head.birth;
        theirs.idNumber = number(head.birth, head.sex);
        break;
    case 7:
        theirs.name = head.name;
        if (!writeByEar(theirs.name))
            return;
        theirs.sex = head.sex;
        break;
    default: other.phones = {"05910000001"}; break;
    }
    // Nothing on paper tells these two apart: only a person can.
    const bool undecidable = way == 6 && head.idNumber.empty();
    m_traps.emplace(add(file, std::move(other)), undecidable ? kUndecidable : kAlikeWays.at(way));
}

Judged judge(const LabelledSet& set, const std::vector<pairs::Likeness>& asked)
{
    Judged judged;
    judged.wanted = set.same().size();
    judged.found = asked.size();
    for (const auto& like : asked)
        judged.truePairs += set.isSame({like.first, like.second}) ? 1 : 0;
    return judged;
}

Judged judgeReason(const LabelledSet& set, const pairs::Finding& finding, pairs::Reason reason)
{
    std::vector<pairs::Likeness> sharing;
    std::copy_if(finding.looked.begin(), finding.looked.end(), std::back_inserter(sharing),
                 [&](const pairs::Likeness& like) { return like.has(reason); });
    return judge(set, sharing);
}

} // namespace lianxin::test
