// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Histories of the first layer ask for some thousand small blocks each, and give them back at once: the system's allocator took a quarter of
// their time. Here blocks of one size lie in a list of their own. Not with a sanitizer, which wants to see each of them.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kStep = 16;
constexpr std::size_t kLists = 64; // blocks of up to 1 KB; larger ones come from the system
constexpr std::size_t kChunk = 256 * 1024;

struct alignas(kStep) Block { // in front of what the caller gets; while it is free it names the next one
    union {
        std::size_t list;
        Block* next;
    };
};

thread_local std::array<Block*, kLists> t_free{}; // NOLINT: one for each thread, and a block may change it
thread_local char* t_chunk = nullptr;
thread_local std::size_t t_left = 0;

void* take(std::size_t size)
{
    const auto list = (size + kStep - 1) / kStep;
    if (list >= kLists) {
        auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size)); // NOLINT
        if (block == nullptr)
            throw std::bad_alloc();
        block->list = kLists;
        return block + 1;
    }
    auto* block = t_free[list];
    if (block != nullptr) {
        t_free[list] = block->next;
    } else {
        const auto whole = sizeof(Block) + list * kStep;
        if (t_left < whole) {
            t_chunk = static_cast<char*>(std::aligned_alloc(kStep, kChunk)); // NOLINT: kept to the end
            if (t_chunk == nullptr)
                throw std::bad_alloc();
            t_left = kChunk;
        }
        block = reinterpret_cast<Block*>(t_chunk);
        t_chunk += whole;
        t_left -= whole;
    }
    block->list = list;
    return block + 1;
}

void giveBack(void* given) noexcept
{
    if (given == nullptr)
        return;
    auto* block = static_cast<Block*>(given) - 1;
    const auto list = block->list;
    if (list >= kLists)
        return std::free(block); // NOLINT
    block->next = t_free[list];
    t_free[list] = block;
}

} // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* given) noexcept { giveBack(given); }
void operator delete[](void* given) noexcept { giveBack(given); }
void operator delete(void* given, std::size_t) noexcept { giveBack(given); }
void operator delete[](void* given, std::size_t) noexcept { giveBack(given); }

#endif
