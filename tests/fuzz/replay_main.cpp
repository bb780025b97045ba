// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <span>

// Without clang: feeds the seeds, the corpus (inputs that once broke something), and seeded mutants of both.
//   replay_x [--rounds N] [--write DIR] CORPUS_DIR
namespace {

namespace fs = std::filesystem;
using Inputs = std::vector<std::string>;
using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound)
{
    return bound == 0 ? 0 : static_cast<std::size_t>(random() % bound);
}

// Bytes that mean something to one of the formats, beside plain noise.
char interesting(Random& random)
{
    static constexpr char kMeaningful[] = "{}[]\",:\\0919-.eE/_ \t\n\0\x7f\x80\xff\xc3\xed";
    return random() % 2 == 0 ? kMeaningful[below(random, sizeof kMeaningful - 1)] : static_cast<char>(random());
}

void mutateOnce(std::string& bytes, const Inputs& others, Random& random)
{
    const auto at = below(random, bytes.size() + 1);
    switch (random() % 7) {
    case 0:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (random() % 8)));
        break;
    case 1:
        if (at < bytes.size())
            bytes[at] = interesting(random);
        break;
    case 2: bytes.insert(at, 1, interesting(random)); break;
    case 3: bytes.erase(at, below(random, 16)); break;
    case 4: bytes.resize(at); break;
    case 5: bytes.insert(at, bytes.substr(below(random, bytes.size() + 1), below(random, 64))); break;
    default: {
        const auto& other = others[below(random, others.size())];
        bytes.resize(at);
        bytes += other.substr(std::min(at, other.size()));
    }
    }
}

Inputs readAll(const fs::path& folder)
{
    Inputs found;
    if (!fs::exists(folder))
        return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        found.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::sort(found.begin(), found.end());
    return found;
}

int writeSeeds(const fs::path& folder)
{
    fs::create_directories(folder);
    int number = 0;
    for (const auto& seed : lianxin::fuzz::seeds())
        std::ofstream(folder / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
    std::printf("%d seeds\n", number);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::span arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    unsigned long rounds = 2000;
    Inputs inputs = lianxin::fuzz::seeds();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--write" && i + 1 < arguments.size())
            return writeSeeds(arguments[i + 1]);
        if (argument == "--rounds" && i + 1 < arguments.size())
            rounds = std::stoul(arguments[++i]);
        else
            std::ranges::move(readAll(argument), std::back_inserter(inputs));
    }
    if (inputs.empty())
        inputs.emplace_back();
    for (const auto& seed : lianxin::fuzz::seeds())
        lianxin::fuzz::promise(lianxin::fuzz::feed(seed),
                               "every seed is accepted: otherwise its mutants stop at the door");
    for (const auto& input : inputs)
        (void)lianxin::fuzz::feed(input);
    Random random(20260107);
    unsigned long fed = 0;
    unsigned long accepted = 0;
    for (const auto& input : inputs) {
        for (unsigned long round = 0; round < rounds; ++round, ++fed) {
            std::string bytes = input;
            for (auto steps = 1 + below(random, 4); steps > 0; --steps)
                mutateOnce(bytes, inputs, random);
            accepted += lianxin::fuzz::feed(bytes) ? 1 : 0;
        }
    }
    std::printf("%zu inputs, %lu mutants (%lu accepted), none broke anything\n", inputs.size(), fed, accepted);
    return 0;
}
