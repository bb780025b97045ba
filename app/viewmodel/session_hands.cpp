// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hands made: which of it belongs to a record, and which of it may leave this tablet.
#include "app/viewmodel/session.hpp"

#include "sync/client/blob_transfer.hpp"

namespace lianxin::ui {
namespace {
constexpr std::size_t kMany = 500; // changes of a first sync: everything is looked at once, afterwards
} // namespace

void Session::goHands(HandWish wish, HandDone done)
{
    if (m_state == Open)
        m_capture.begin(std::move(wish), std::move(done));
}

void Session::goAttachment(RecordId attachment, const FieldValues& values, bool isNew)
{
    m_capture.look(attachment, values, isNew);
}

void Session::scanInvitation()
{
    HandWish wish;
    wish.what = HandWish::What::code;
    m_capture.begin(wish, [this](const HandResult& result) {
        if (result.code && result.code->kind == hands::CodeText::Kind::invitation)
            m_register.read(qs(result.code->text));
    });
}

// A trouble with bytes is no reason to keep anybody from the words; the next unlock looks again.
void Session::sweepHands()
{
    if (auto* blobs = m_desk.work().blobs; blobs != nullptr)
        (void)hands::Keeping(m_desk.catalogue(), m_desk.store(), *blobs).sweep(m_desk.now());
}

// Bytes that came: every page that shows them is made anew.
void Session::listenToBytes()
{
    if (m_desk.work().transfer == nullptr)
        return;
    m_desk.work().transfer->listen([this](const Hash&, RecordId attachment) {
        const auto view =
            m_desk.isOpen() ? m_desk.store().view(attachment) : Result<store::RecordView>(fail(Errc::notFound, ""));
        if (view)
            m_desk.noteChanged({attachment, view->root});
    });
}

void Session::settleHands(const std::set<RecordId>& records)
{
    auto* blobs = m_desk.isOpen() ? m_desk.work().blobs : nullptr;
    if (blobs == nullptr)
        return;
    hands::Keeping keeping(m_desk.catalogue(), m_desk.store(), *blobs);
    auto* transfer = m_desk.work().transfer;
    if (records.size() >= kMany) {
        (void)keeping.settleAll();
        if (transfer != nullptr)
            transfer->noteMade();
        return;
    }
    const auto attachment = m_desk.type("attachment").number;
    const auto consent = m_desk.type("consent").number;
    std::set<RecordId> roots;
    for (const auto& record : records)
        if (const auto view = m_desk.store().view(record); view && (view->type == attachment || view->type == consent))
            roots.insert(view->root);
    for (const auto& root : roots)
        (void)keeping.settle(root);
    if (!roots.empty() && transfer != nullptr)
        transfer->noteMade();
}

} // namespace lianxin::ui
