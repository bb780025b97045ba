// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/album.hpp"
#include "platform/camera.hpp"
#include "platform/code_reader.hpp"
#include "platform/code_writer.hpp"
#include "platform/place_source.hpp"
#include "platform/sound.hpp"

namespace lianxin::platform {

// What a person's hands can do with this tablet, beside typing. All of it lives as long as the program.
struct Hands {
    Camera& camera;
    Album& album;
    Microphone& microphone;
    Loudspeaker& loudspeaker;
    PlaceSource& place;
    CodeReader& codes;
    CodeWriter* writer{nullptr}; // null: a code is only told in letters
};

} // namespace lianxin::platform
