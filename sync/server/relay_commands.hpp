// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace lianxin::server {

struct RelayOptions;

// `lianxin-server relay …`: an office that carries for its tablets, and the province's word on it. What was named on the command line becomes the
// program's action; the options live as long as what is answered here.
[[nodiscard]] std::shared_ptr<RelayOptions> addRelayCommands(CLI::App& app, std::function<Result<void>()>& action);

} // namespace lianxin::server
