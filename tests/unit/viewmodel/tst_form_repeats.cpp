// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_editor.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace lianxin;
using namespace lianxin::test;

namespace {

constexpr int kTotal = 13, kThingName = 11, kPrice = 12;

constexpr const char* kParcel = R"json({
 "number": 10001, "name": "parcel", "zh": "包裹", "en": "Parcel", "root": ["household"], "merge": "registers", "sensitivity": 2,
 "readers": ["VW", "TO"], "writers": ["VW", "TO"],
 "sections": [{"name": "main", "zh": "包裹", "en": "Parcel"}, {"name": "things", "zh": "东西", "en": "Things", "rows": "parcel_thing"}],
 "fields": [
  {"number": 10, "name": "shop", "zh": "店", "en": "Shop", "kind": "text", "chars": 20, "level": 1},
  {"number": 13, "name": "total", "zh": "合计", "en": "Total", "kind": "money", "level": 1, "computed": "sum(parcel_thing.price)"}
 ]})json";

constexpr const char* kThing = R"json({
 "number": 10002, "name": "parcel_thing", "zh": "东西", "en": "Thing", "root": ["household"],
 "parent": {"type": "parcel", "field": "in_parcel"}, "merge": "registers", "sensitivity": 1, "readers": ["VW", "TO"],
 "writers": ["VW", "TO"], "title": ["name"], "sections": [{"name": "main", "zh": "东西", "en": "Thing"}],
 "fields": [
  {"number": 10, "name": "in_parcel", "zh": "包裹", "en": "Parcel", "kind": "ref", "ref": "parcel", "level": 1, "control": "hidden"},
  {"number": 11, "name": "name", "zh": "名称", "en": "Name", "kind": "text", "chars": 20, "level": 1, "required": "submit"},
  {"number": 12, "name": "price", "zh": "价", "en": "Price", "kind": "money", "level": 1}
 ]})json";

} // namespace

// A person writes the rows of a form: what the pages show, and what the store has afterwards.
class FormRepeatsTest : public QObject, LooksWorld {
    Q_OBJECT

    std::unique_ptr<ui::FormEditor> m_form;

    [[nodiscard]] int rowsPlace() const
    {
        for (int i = 0; i < m_form->rows()->count(); ++i)
            if (m_form->rows()->value(i, "control") == QLatin1String("rows"))
                return i;
        return -1;
    }
    [[nodiscard]] int rowsKey() const { return m_form->rows()->value(rowsPlace(), "key").toInt(); }
    [[nodiscard]] ui::RowsModel* shown() const { return m_form->rows()->nested(rowsPlace(), "items"); }
    void add(const QString& name, const QString& yuan)
    {
        m_b->clock.time += 1000;
        m_form->addItem(rowsKey());
        m_form->edit(kThingName, name);
        m_form->edit(kPrice, yuan);
        m_form->commit();
    }
    [[nodiscard]] QString total() const
    {
        return m_form->rows()->value(m_form->rows()->find(kTotal), "value").toString();
    }
    [[nodiscard]] int stored() const
    {
        int count = 0;
        for (const auto& view : must(m_b->store->children(m_family)))
            count += view.type == 10002 && view.life == store::Life::active ? 1 : 0;
        return count;
    }
    void startForm() { QVERIFY(m_form->begin({10001, m_family, village(), {}})); }

private slots:
    void init()
    {
        setUp();
        m_b->catalogue =
            shippedCatalogue({{"catalogue/parcel.json", kParcel}, {"catalogue/parcel_thing.json", kThing}});
        openAs(Role::TO);
        m_form = std::make_unique<ui::FormEditor>(*m_book, m_steps);
        startForm();
    }
    void cleanup()
    {
        m_form.reset();
        tearDown();
    }

    void rowsAreWrittenInPlaceOfTheForm()
    {
        const QAbstractItemModelTester tester(m_form->rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(rowsPlace() >= 0);
        QVERIFY(!m_form->rows()->value(rowsPlace(), "hint").toString().isEmpty());
        m_form->addItem(rowsKey());
        QVERIFY(m_form->isInside() && m_form->isRow() && !m_form->canPutAside());
        QVERIFY(m_form->heading().contains("1"));
        QVERIFY(m_form->subheading().contains(QStringLiteral("林阿姨")));
        m_form->edit(kThingName, "rice");
        m_form->edit(kPrice, "12.5");
        m_form->commit();
        QVERIFY(!m_form->isRow());
        QCOMPARE(shown()->count(), 1);
        QCOMPARE(shown()->value(0, "heading").toString(), QStringLiteral("rice"));
        QVERIFY(shown()->value(0, "accessibleText").toString().contains("12.5"));
        QCOMPARE(total(), QStringLiteral("12.50"));
        add("oil", "7.5");
        QCOMPARE(total(), QStringLiteral("20"));
        QCOMPARE(stored(), 0);
        m_form->commit();
        QCOMPARE(m_steps.backs, 1);
        QCOMPARE(stored(), 2);
        m_steps.takeBack();
        QCOMPARE(stored(), 0);
    }

    void aRowNobodyWroteIsNotThere()
    {
        m_form->addItem(rowsKey());
        m_form->putAside();
        QVERIFY(!m_form->isRow());
        QCOMPARE(shown()->count(), 0);
        m_form->addItem(rowsKey());
        m_form->removeOpenItem();
        QCOMPARE(shown()->count(), 0);
        QVERIFY(m_steps.said.isEmpty());
    }

    void takenOutWithAWayBack()
    {
        add("rice", "1");
        add("oil", "2");
        m_form->removeItem(shown()->value(0, "itemId").toString());
        QCOMPARE(shown()->count(), 1);
        QCOMPARE(total(), QStringLiteral("2"));
        QVERIFY(m_steps.takeBack != nullptr);
        m_steps.takeBack();
        QCOMPARE(shown()->count(), 2);
        QCOMPARE(shown()->value(0, "heading").toString(), QStringLiteral("rice"));
        m_form->openItem(shown()->value(1, "itemId").toString());
        m_form->removeOpenItem();
        QCOMPARE(shown()->count(), 1);
        const auto late = m_steps.takeBack;
        m_form->commit();
        late(); // the form is kept and gone: nothing happens
        QCOMPARE(stored(), 1);
    }

    void manyRowsHaveAListOfTheirOwn()
    {
        for (int i = 0; i < 12; ++i)
            add(QString::number(i), "1");
        QCOMPARE(shown()->count(), 4);
        QCOMPARE(shown()->value(3, "heading").toString(), QStringLiteral("11"));
        QVERIFY(m_form->rows()->value(rowsPlace(), "open").toBool());
        m_form->listItems(rowsKey());
        QVERIFY(m_form->isListOpen());
        QCOMPARE(m_form->items()->count(), 12);
        QCOMPARE(m_form->itemPlace(), 11);
        m_form->openItem(m_form->items()->value(5, "itemId").toString());
        m_form->putAside();
        QCOMPARE(m_form->itemPlace(), 5);
        m_form->commit(); // "add one"
        QVERIFY(m_form->isRow());
        m_form->edit(kThingName, "another");
        m_form->commit();
        QVERIFY(m_form->isListOpen());
        QCOMPARE(m_form->items()->count(), 13);
        m_form->putAside(); // back to the form
        QVERIFY(!m_form->isInside() && m_form->isOpen());
        QCOMPARE(m_steps.backs, 0);
    }

    void aKillInTheMiddleOfARowKeepsIt()
    {
        add("rice", "3");
        m_form->addItem(rowsKey());
        m_form->edit(kPrice, "4");
        QVERIFY(m_form->saveNow());
        const auto drafts = must(m_b->store->drafts());
        QCOMPARE(drafts.size(), std::size_t(1));
        m_form = std::make_unique<ui::FormEditor>(*m_book, m_steps);
        QVERIFY(m_form->resume(drafts.front()));
        QCOMPARE(shown()->count(), 2);
        QCOMPARE(total(), QStringLiteral("7"));
        QVERIFY(!shown()->value(1, "missingText").toString().isEmpty());
    }

    void whatIsMissingInARowIsOpened()
    {
        m_form->addItem(rowsKey());
        m_form->edit(kPrice, "4");
        m_form->putAside();
        QVERIFY(!m_form->canCommit());
        QSignalSpy focus(m_form.get(), &ui::FormEditor::focusRequested);
        m_form->commit();
        QVERIFY(m_form->isRow());
        QCOMPARE(focus.size(), 1);
        QCOMPARE(focus.front().front().toInt(), kThingName);
        m_form->edit(kThingName, "rice");
        m_form->commit();
        m_form->commit();
        QCOMPARE(stored(), 1);
    }
};

QTEST_GUILESS_MAIN(FormRepeatsTest)
#include "tst_form_repeats.moc"
