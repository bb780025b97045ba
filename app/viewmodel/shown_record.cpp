// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/shown_record.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShownRecord)
};

} // namespace

ShownRecord shownRecord(const Desk& desk, RecordId record, const char* typeName)
{
    if (!desk.isOpen() || record.isNil())
        return {{}, Words::tr("Nothing here yet")};
    const RecordType& type = desk.type(typeName);
    if (!desk.mayRead(type))
        return {{}, Words::tr("This is for other posts to read")};
    auto view = desk.store().view(record);
    // A reference may come before what it refers to: the page fills by itself when the record is there.
    if (!view || view->type != type.number)
        return {{}, Words::tr("Looking for it, it has not come to this tablet yet")};
    if (view->life != store::Life::active)
        return {{}, Words::tr("It was put away")};
    return {std::move(*view), {}};
}

} // namespace lianxin::ui
