// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a province on a tablet: kept for everybody who uses it, believed by their signature, worked with from an unlock on.
#include "app/tablet/tablet.hpp"

#include <tuple>

namespace lianxin::tablet {

Result<std::unique_ptr<Desktop>> Tablet::openDesktop(UserId user)
{
    layForms();
    LIANXIN_TRY(auto desk, Desktop::open(m_ports, *m_vault, m_directory.placesOf(user), &m_reserve));
    if (m_ports.forms == nullptr)
        return desk;
    if (m_ports.forms->version() != 0 && m_ports.forms->issuer() != desk->registration().issuer) {
        // Somebody of another organisation: its issuer did not sign these forms.
        desk.reset();
        m_ports.forms->useNone();
        LIANXIN_TRY(desk, Desktop::open(m_ports, *m_vault, m_directory.placesOf(user), &m_reserve));
    }
    desk->driver().haveForms(m_ports.forms->version());
    return desk;
}

void Tablet::layForms()
{
    if (m_ports.forms == nullptr || !m_store)
        return;
    const auto kept = m_store->document(vault::TabletStore::Document::catalogue);
    if (!kept || kept->version == m_ports.forms->version())
        return;
    // A document that does not read is fetched again: the desk says that it has none.
    if (!m_ports.forms->use(kept->bytes))
        m_ports.forms->useNone();
}

Result<void> Tablet::keepForms(const std::string& text)
{
    if (m_ports.forms == nullptr || m_desk == nullptr || !m_store)
        return fail(Errc::notAllowed, "nobody is at work");
    const auto& issuer = m_desk->registration().issuer;
    const auto forms = m_ports.forms->judge(issuer, text);
    auto done = forms ? m_store->putDocument(vault::TabletStore::Document::catalogue,
                                             {forms->version, ProvinceForms::kept(issuer, text)})
                      : Result<void>(forms.error());
    std::ignore = m_desk->store().appendAudit(done ? "forms kept" : "forms refused",
                                              done ? std::to_string(forms->version) : done.error().detail);
    return done;
}

} // namespace lianxin::tablet
