// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/code_writer.hpp"

namespace lianxin::platform {

class ZxingCodeWriter final : public CodeWriter {
public:
    [[nodiscard]] QImage write(const std::string& text) override;
};

} // namespace lianxin::platform
