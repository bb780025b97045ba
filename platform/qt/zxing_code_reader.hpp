// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/code_reader.hpp"

namespace lianxin::platform {

class ZxingCodeReader final : public CodeReader {
public:
    [[nodiscard]] std::optional<std::string> read(const QImage& picture) override;
};

} // namespace lianxin::platform
