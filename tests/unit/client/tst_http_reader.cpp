// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_reader.hpp"

#include <QTest>

using lianxin::client::HttpReader;

// Answers as they come over a line: in any pieces, cut anywhere, or from something that is no server.
class HttpReaderTest : public QObject {
    Q_OBJECT

    static HttpReader read(const std::string& bytes, std::size_t step = 1)
    {
        HttpReader reader(1000);
        for (std::size_t at = 0; at < bytes.size(); at += step)
            reader.feed(std::string_view(bytes).substr(at, step));
        return reader;
    }

private slots:
    void wholeAnswers()
    {
        const std::string plain = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nContent-Encoding:zstd \r\n\r\nhello";
        const std::string chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;name=x\r\nhell\r\n1\r\no\r\n0\r\nA: b\r\n\r\n";
        for (const std::size_t step : {1, 2, 3, 1000}) {
            auto got = read(plain, step);
            QVERIFY(got.isWhole() && got.mayGoOn());
            QCOMPARE(got.body(), std::string("hello"));
            QCOMPARE(got.status(), 200);
            QCOMPARE(std::string(got.header("content-encoding")), std::string("zstd"));
            QVERIFY(got.header("retry-after").empty());
            got = read(chunked, step);
            QVERIFY(got.isWhole() && got.mayGoOn());
            QCOMPARE(got.body(), std::string("hello"));
        }
        const auto later =
            read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 5\r\nConnection: close\r\n"
                 "Content-Length: 0\r\n\r\n");
        QCOMPARE(later.status(), 503);
        QVERIFY(later.isWhole() && !later.mayGoOn());
        QVERIFY(!read("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").mayGoOn());
        QVERIFY(!read(plain + "x").mayGoOn()); // nobody asked for the rest
    }

    // What came before the cut can be had; it never passes for a whole answer.
    void cutAnswers()
    {
        const std::string plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        for (std::size_t size = 0; size < plain.size(); ++size) {
            const auto got = read(plain.substr(0, size));
            QVERIFY(!got.isWhole() && !got.mayGoOn() && got.state() != HttpReader::State::bad);
            QVERIFY(got.body() == std::string("hello").substr(0, got.body().size()));
        }
        QCOMPARE(read(plain.substr(0, plain.size() - 2)).body(), std::string("hel"));
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const char* bytes) { QTest::newRow(name) << QByteArray(bytes); };
        row("another protocol", "SSH-2.0-OpenSSH_9\r\n");
        row("no status", "HTTP/1.1 OK\r\n\r\n");
        row("four digits", "HTTP/1.1 2000 OK\r\n\r\n");
        row("no length", "HTTP/1.1 200 OK\r\n\r\n");
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        row("length with a sign", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n");
        row("too long", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        row("length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("another coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        row("chunk too long", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n");
        row("chunk of no size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n");
        row("chunk without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
        row("folded header", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n");
        row("space in a name", "HTTP/1.1 200 OK\r\nContent Length: 1\r\n\r\n");
    }
    void whatIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(read(bytes.toStdString()).state(), HttpReader::State::bad);
    }

    void headersWithoutEndAreRefused()
    {
        HttpReader reader(1000);
        reader.feed("HTTP/1.1 200 OK\r\n");
        int lines = 0;
        while (reader.state() != HttpReader::State::bad && lines < 10'000) {
            reader.feed("A" + std::to_string(++lines) + ": 0123456789012345678901234567890123456789\r\n");
        }
        QVERIFY(lines < 2000);
        HttpReader endless(1000);
        for (int i = 0; i < 100 && endless.state() != HttpReader::State::bad; ++i)
            endless.feed(std::string(1000, 'x'));
        QCOMPARE(endless.state(), HttpReader::State::bad);
    }
};

QTEST_APPLESS_MAIN(HttpReaderTest)
#include "tst_http_reader.moc"
