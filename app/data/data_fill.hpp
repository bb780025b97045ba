// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/data_loader.hpp"
#include "app/data/generator.hpp"
#include "sync/client/enrol.hpp"
#include "sync/client/sync_driver.hpp"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <string>

namespace lianxin::data {

struct FillOptions {
    QUrl server;
    QByteArray caPem;
    Hash root;        // fingerprint of ORG-ROOT
    std::string code; // one-time code of a township officer
    std::size_t households{10};
    bool library{false}; // the province's books and documents instead of families
    bool looks{false};   // what wants a person's eye, instead of families
    std::string scratch; // folder for the replica's own encrypted store
    const Catalogue* catalogue{nullptr};
    std::function<Result<Generator>(UserId self)> generator;
};

// A replica like any other (D27): it enrols, saves each change through the store and pushes it through the sync driver. Ends when the
// province holds everything, with a receipt.
class DataFill : public QObject {
    Q_OBJECT
public:
    DataFill(FillOptions options, QObject* parent = nullptr);
    void start();
    [[nodiscard]] std::uint64_t saved() const { return m_saved; }

signals:
    void finished(bool good, const QString& said); // English, for the operator

private:
    void enrolled(const Result<wire::EnrolReply>& reply);
    [[nodiscard]] Result<void> write(const wire::EnrolReply& reply);
    void look();
    void give(bool good, const std::string& said);

    FillOptions m_options;
    client::HttpTransport m_transport;
    std::unique_ptr<RandomSource> m_random;
    seal::SignKey m_key;
    SetClock m_clock;
    std::unique_ptr<store::TextFolder> m_folder;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::unique_ptr<client::SyncDriver> m_driver;
    std::uint64_t m_saved{0};
    bool m_done{false};
};

} // namespace lianxin::data
