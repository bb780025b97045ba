// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the shell on the stub view-models and takes a picture of each page in each form: `lianxin_snap FOLDER [part of a name] [en]`.
// For a person's eye beside the design; needs a real renderer (xvfb-run).
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTranslator>

#include <algorithm>
#ifdef LIANXIN_QML_STATIC
#include <QQmlExtensionPlugin>
Q_IMPORT_QML_PLUGIN(LianxinPlugin)
#endif

namespace {

struct Scene {
    const char* name;
    QSize size;
    const char* setup;
};

constexpr QSize kLying{1280, 800};
constexpr QSize kStanding{800, 1280};
constexpr QSize kSmall{960, 600};

const Scene kScenes[] = {
    {"01-unlock", kLying, "state = 1"},
    {"01-unlock-passphrase", kLying,
     "state = 1; unlock.entry.kind = 1; unlock.entry.message = '再试一次'; unlock.entry.hintText = '演示口令'"},
    {"01-unlock-portrait", kStanding, "state = 1"},
    {"01-unlock-dark", kLying, "state = 1; settings.dark = true"},
    {"01-unlock-small", kSmall, "state = 1"},
    {"01-unlock-empty", kLying,
     "state = 0; unlock.users.clear(); unlock.dutyText = ''; unlock.emptyText = "
     "'请镇里给一张登记码，有了它一会儿就能用'"},
    {"01-unlock-empty-portrait", kStanding,
     "state = 0; unlock.users.clear(); unlock.dutyText = ''; unlock.emptyText = "
     "'请镇里给一张登记码，有了它一会儿就能用'"},
    {"02-today", kLying, ""},
    {"02-today-portrait", kStanding, ""},
    {"02-today-dark", kLying, "settings.dark = true"},
    {"02-today-large", kLying, "settings.largeMode = true"},
    {"02-today-large-portrait", kStanding, "settings.largeMode = true"},
    {"02-today-small", kSmall, ""},
    {"02-today-look", kLying, "today.lookText = '有一处需要您看一下'; readOnlyText = '很久没连网了，去镇里连一下就好'"},
    {"02-today-rows", kLying, "today.layout = 2"},
    {"02-today-one", kLying, "today.cards.remove(1, 2)"},
    {"03-today-empty", kLying,
     "today.layout = 0; today.followUps.clear(); today.syncIcon = 'cloudok'; today.syncText = '都传好了，省里已收到'"},
    {"03-today-empty-portrait", kStanding, "today.layout = 0; today.followUps.clear()"},
    {"04-families", kLying, "page = 1; section = 1"},
    {"04-families-portrait", kStanding, "page = 1; section = 1"},
    {"04-families-cards", kLying, "page = 1; section = 1; families.layout = 0; families.searchText = ''"},
    {"04-families-small", kSmall, "page = 1; section = 1"},
    {"05-family", kLying, "page = 2; section = 1"},
    {"05-family-portrait", kStanding, "page = 2; section = 1"},
    {"05-family-dark", kLying, "page = 2; section = 1; settings.dark = true"},
    {"05-family-large", kLying, "page = 2; section = 1; settings.largeMode = true"},
    {"05-family-empty", kLying,
     "page = 2; section = 1; family.timeline.clear(); family.openMatters.clear(); family.noticeText = ''"},
    {"06-visit", kLying, "page = 3"},
    {"06-visit-portrait", kStanding, "page = 3"},
    {"06-visit-large", kLying, "page = 3; settings.largeMode = true"},
    {"06-visit-small", kSmall, "page = 3"},
    {"06-visit-toast", kLying, "page = 3; toastText = '暂时没存上，您写的都还在，再试一次'; toastCanUndo = false"},
    {"06-visit-toast-portrait", kStanding, "page = 3; toastText = '已记下。（平板里存好了）'"},
    {"12-look-toast", kLying, "page = 7; section = 9; toastText = '改好了，没选的也留在历史里'"},
    {"12-look-readonly", kLying, "page = 7; section = 9; conflict.maySettle = false; conflict.canKeepBoth = false"},
    {"06-rows", kLying, "page = 3; form.showRepeat(3)"},
    {"06-rows-portrait", kStanding, "page = 3; form.showRepeat(12)"},
    {"06-rows-dark", kLying, "page = 3; form.showRepeat(12); settings.dark = true"},
    {"06-rows-large", kLying, "page = 3; form.showRepeat(3); settings.largeMode = true"},
    {"06-rows-empty", kLying, "page = 3; form.showRepeat(0)"},
    {"06-rows-list", kLying, "page = 3; form.showList(200)"},
    {"06-rows-list-portrait", kStanding, "page = 3; form.showList(200)"},
    {"06-household", kLying, "page = 3; form.showHousehold()"},
    {"07-saved", kLying, "page = 4; section = 1; toastText = '已记下。（平板里存好了）'"},
    {"07-saved-portrait", kStanding, "page = 4; section = 1; toastText = '已记下。（平板里存好了）'"},
    {"08-counselling", kLying, "page = 3; form.showSession()"},
    {"08-counselling-portrait", kStanding, "page = 3; form.showSession()"},
    {"08-stepup", kLying, "page = 3; form.showSession(); stepUp.active = true"},
    {"09-scale", kLying, "page = 14; scale.showItem()"},
    {"09-scale-portrait", kStanding, "page = 14; scale.showItem()"},
    {"09-scale-large", kLying, "page = 14; scale.showItem(); settings.largeMode = true"},
    {"09-scale-dark", kLying, "page = 14; scale.showItem(); settings.dark = true"},
    {"09-scale-small", kSmall, "page = 14; scale.showItem()"},
    {"09-scale-long", kLying, "page = 14; scale.showLong()"},
    {"09-scale-long-portrait", kStanding, "page = 14; scale.showLong()"},
    {"09-scale-long-large", kLying, "page = 14; scale.showLong(); settings.largeMode = true"},
    {"09-scale-long-dark", kLying, "page = 14; scale.showLong(); settings.dark = true"},
    {"09-scale-long-small", kSmall, "page = 14; scale.showLong()"},
    {"09-scale-yesno", kLying, "page = 14; scale.showYesNo()"},
    {"09-scale-yesno-portrait", kStanding, "page = 14; scale.showYesNo()"},
    {"09a-consent", kLying, "page = 14; scale.step = 2"},
    {"09a-consent-portrait", kStanding, "page = 14; scale.step = 2"},
    {"09a-consent-large", kLying, "page = 14; scale.step = 2; settings.largeMode = true"},
    {"09a-consent-dark", kLying, "page = 14; scale.step = 2; settings.dark = true"},
    {"09a-consent-small", kSmall, "page = 14; scale.step = 2"},
    {"09b-thanks", kLying, "page = 14; scale.staysToTalk = true; scale.step = 4"},
    {"09b-thanks-portrait", kStanding, "page = 14; scale.staysToTalk = true; scale.step = 4"},
    {"09b-thanks-large", kLying, "page = 14; scale.staysToTalk = true; scale.step = 4; settings.largeMode = true"},
    {"09b-thanks-dark", kLying, "page = 14; scale.staysToTalk = true; scale.step = 4; settings.dark = true"},
    {"09b-thanks-small", kSmall, "page = 14; scale.staysToTalk = true; scale.step = 4"},
    {"09c-choose", kLying, "page = 14; scale.showChoose()"},
    {"09c-choose-portrait", kStanding, "page = 14; scale.showChoose()"},
    {"09c-choose-large", kLying, "page = 14; scale.showChoose(); settings.largeMode = true"},
    {"09c-choose-dark", kLying, "page = 14; scale.showChoose(); settings.dark = true"},
    {"09c-choose-small", kSmall, "page = 14; scale.showChoose()"},
    {"09d-score", kLying, "page = 14; scale.showScore()"},
    {"09d-score-portrait", kStanding, "page = 14; scale.showScore()"},
    {"09d-score-large", kLying, "page = 14; scale.showScore(); settings.largeMode = true"},
    {"09d-score-dark", kLying, "page = 14; scale.showScore(); settings.dark = true"},
    {"09d-bands", kLying, "page = 14; scale.showBands()"},
    {"09e-found", kLying, "page = 14; scale.showFound()"},
    {"09e-found-portrait", kStanding, "page = 14; scale.showFound()"},
    {"09e-found-large", kLying, "page = 14; scale.showFound(); settings.largeMode = true"},
    {"09e-found-dark", kLying, "page = 14; scale.showFound(); settings.dark = true"},
    {"09e-found-small", kSmall, "page = 14; scale.showFound()"},
    {"09f-safety", kLying, "page = 3; form.showSafety()"},
    {"09f-safety-portrait", kStanding, "page = 3; form.showSafety()"},
    {"09f-safety-large", kLying, "page = 3; form.showSafety(); settings.largeMode = true"},
    {"09f-safety-dark", kLying, "page = 3; form.showSafety(); settings.dark = true"},
    {"10-crisis", kLying, "crisisOpen = true"},
    {"10-crisis-portrait", kStanding, "crisisOpen = true"},
    {"10-crisis-dark", kLying, "crisisOpen = true; settings.dark = true"},
    {"10-dial", kLying, "crisisOpen = true; dialName = '示例镇值班'; dialNumber = '199 0000 0900'"},
    {"11-emergency", kLying, "page = 5"},
    {"11-emergency-portrait", kStanding, "page = 5"},
    {"12-look-phone", kLying, "page = 7; section = 9"},
    {"12-look-phone-portrait", kStanding, "page = 7; section = 9"},
    {"12-look-phone-dark", kLying, "page = 7; section = 9; settings.dark = true"},
    {"12b-look-text", kLying, "page = 7; section = 9; conflict.showText()"},
    {"13-sync", kLying, "page = 6; section = 9"},
    {"13-sync-portrait", kStanding, "page = 6; section = 9"},
    {"14-received", kLying, "page = 10"},
    {"18-settings", kLying, "page = 8; section = 9"},
    {"18-settings-portrait", kStanding, "page = 8; section = 9"},
    {"18-settings-large", kLying, "page = 8; section = 9; settings.largeMode = true"},
    {"19-more", kLying, "page = 9; section = 9"},
    {"20-feedback", kLying, "page = 11; section = 9"},
    {"21-about", kLying, "page = 12; section = 9"},
    {"22-register-invitation", kLying, "state = 0; registration.show(1)"},
    {"22-register-invitation-portrait", kStanding, "state = 0; registration.show(1)"},
    {"22-register-invitation-dark", kLying, "settings.dark = true; state = 0; registration.show(1)"},
    {"22-register-invitation-large", kLying, "settings.largeMode = true; state = 0; registration.show(1)"},
    {"22-register-invitation-large-portrait", kStanding, "settings.largeMode = true; state = 0; registration.show(1)"},
    {"22-register-invitation-small", kSmall, "state = 0; registration.show(1)"},
    {"22-register-understood", kLying, "state = 0; registration.show(1); registration.understand()"},
    {"22-register-understood-portrait", kStanding, "state = 0; registration.show(1); registration.understand()"},
    {"22-register-understood-dark", kLying,
     "settings.dark = true; state = 0; registration.show(1); registration.understand()"},
    {"22-register-understood-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(1); registration.understand()"},
    {"22-register-understood-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(1); registration.understand()"},
    {"22-register-understood-small", kSmall, "state = 0; registration.show(1); registration.understand()"},
    {"22-register-slip", kLying, "state = 0; registration.show(1); registration.slip()"},
    {"22-register-slip-portrait", kStanding, "state = 0; registration.show(1); registration.slip()"},
    {"22-register-slip-dark", kLying, "settings.dark = true; state = 0; registration.show(1); registration.slip()"},
    {"22-register-slip-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(1); registration.slip()"},
    {"22-register-slip-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(1); registration.slip()"},
    {"22-register-slip-small", kSmall, "state = 0; registration.show(1); registration.slip()"},
    {"22-register-pin", kLying, "state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-pin-portrait", kStanding, "state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-pin-dark", kLying,
     "settings.dark = true; state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-pin-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-pin-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-pin-small", kSmall, "state = 0; registration.show(2); registration.entry.label = '定六个数字'"},
    {"22-register-secret", kLying,
     "state = 0; registration.show(2); registration.entry.kind = 1; registration.entry.canUsePin = false; "
     "registration.entry.label = '定一个口令'; registration.entry.message = '两次不太一样，从头再来一遍就好'"},
    {"22-register-secret-portrait", kStanding,
     "state = 0; registration.show(2); registration.entry.kind = 1; registration.entry.canUsePin = false; "
     "registration.entry.label = '定一个口令'; registration.entry.message = '两次不太一样，从头再来一遍就好'"},
    {"22-register-secret-dark", kLying,
     "settings.dark = true; state = 0; registration.show(2); registration.entry.kind = 1; registration.entry.canUsePin "
     "= false; registration.entry.label = '定一个口令'; registration.entry.message = '两次不太一样，从头再来一遍就好'"},
    {"22-register-secret-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(2); registration.entry.kind = 1; "
     "registration.entry.canUsePin = false; registration.entry.label = '定一个口令'; registration.entry.message = "
     "'两次不太一样，从头再来一遍就好'"},
    {"22-register-secret-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(2); registration.entry.kind = 1; "
     "registration.entry.canUsePin = false; registration.entry.label = '定一个口令'; registration.entry.message = "
     "'两次不太一样，从头再来一遍就好'"},
    {"22-register-secret-small", kSmall,
     "state = 0; registration.show(2); registration.entry.kind = 1; registration.entry.canUsePin = false; "
     "registration.entry.label = '定一个口令'; registration.entry.message = '两次不太一样，从头再来一遍就好'"},
    {"22-register-connecting", kLying, "state = 0; registration.show(3)"},
    {"22-register-connecting-portrait", kStanding, "state = 0; registration.show(3)"},
    {"22-register-connecting-dark", kLying, "settings.dark = true; state = 0; registration.show(3)"},
    {"22-register-connecting-large", kLying, "settings.largeMode = true; state = 0; registration.show(3)"},
    {"22-register-connecting-large-portrait", kStanding, "settings.largeMode = true; state = 0; registration.show(3)"},
    {"22-register-connecting-small", kSmall, "state = 0; registration.show(3)"},
    {"22-register-trouble", kLying,
     "state = 0; registration.show(3); registration.canGoBack = true; registration.troubleText = "
     "'这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-trouble-portrait", kStanding,
     "state = 0; registration.show(3); registration.canGoBack = true; registration.troubleText = "
     "'这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-trouble-dark", kLying,
     "settings.dark = true; state = 0; registration.show(3); registration.canGoBack = true; registration.troubleText = "
     "'这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-trouble-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(3); registration.canGoBack = true; "
     "registration.troubleText = '这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-trouble-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(3); registration.canGoBack = true; "
     "registration.troubleText = '这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-trouble-small", kSmall,
     "state = 0; registration.show(3); registration.canGoBack = true; registration.troubleText = "
     "'这会儿连不上服务器。写过的都还在，看看网，再试一次就好'"},
    {"22-register-recovery", kLying, "state = 0; registration.show(4); registration.copied = true"},
    {"22-register-recovery-portrait", kStanding, "state = 0; registration.show(4); registration.copied = true"},
    {"22-register-recovery-dark", kLying,
     "settings.dark = true; state = 0; registration.show(4); registration.copied = true"},
    {"22-register-recovery-large", kLying,
     "settings.largeMode = true; state = 0; registration.show(4); registration.copied = true"},
    {"22-register-recovery-large-portrait", kStanding,
     "settings.largeMode = true; state = 0; registration.show(4); registration.copied = true"},
    {"22-register-recovery-small", kSmall, "state = 0; registration.show(4); registration.copied = true"},
    {"22-register-words", kLying, "state = 0; registration.show(5)"},
    {"22-register-words-portrait", kStanding, "state = 0; registration.show(5)"},
    {"22-register-words-dark", kLying, "settings.dark = true; state = 0; registration.show(5)"},
    {"22-register-words-large", kLying, "settings.largeMode = true; state = 0; registration.show(5)"},
    {"22-register-words-large-portrait", kStanding, "settings.largeMode = true; state = 0; registration.show(5)"},
    {"22-register-words-small", kSmall, "state = 0; registration.show(5)"},
    {"23-noting", kLying, "page = 15; section = 1"},
    {"23-noting-portrait", kStanding, "page = 15; section = 1"},
    {"23-noting-dark", kLying, "page = 15; section = 1; settings.dark = true"},
    {"23-noting-large", kLying, "page = 15; section = 1; settings.largeMode = true"},
    {"24-record", kLying, "page = 14; section = 9"},
    {"24-record-portrait", kStanding, "page = 14; section = 9"},
    {"24-record-dark", kLying, "page = 14; section = 9; settings.dark = true"},
    {"24-record-large", kLying, "page = 14; section = 9; settings.largeMode = true"},
    {"24-record-new", kLying,
     "page = 14; section = 9; record.facts.clear(); record.groups.get(0).items.clear(); record.phoneText = ''"},
    {"28-handover", kLying, "page = 20; section = 9"},
    {"28-handover-portrait", kStanding, "page = 20; section = 9"},
    {"28-handover-dark-large", kLying, "page = 20; section = 9; settings.dark = true; settings.largeMode = true"},
    {"27-library", kLying, "page = 19; section = 9"},
    {"27-library-listen", kLying, "page = 19; section = 9; library.showBreath()"},
    {"27-library-listen-portrait", kStanding, "page = 19; section = 9; library.showBreath()"},
    {"27-library-large", kLying, "page = 19; section = 9; settings.largeMode = true"},
    {"27-library-dark", kLying, "page = 19; section = 9; settings.dark = true"},
    {"26-intake", kLying, "page = 18; section = 9"},
    {"26-intake-look", kLying, "page = 18; section = 9; intake.showLook()"},
    {"26-intake-look-portrait", kStanding, "page = 18; section = 9; intake.showLook()"},
    {"26-intake-look-dark", kLying, "page = 18; section = 9; intake.showLook(); settings.dark = true"},
    {"26-intake-look-large", kLying, "page = 18; section = 9; intake.showLook(); settings.largeMode = true"},
    {"25-work", kLying, "page = 16; section = 9"},
    {"25-work-portrait", kStanding, "page = 16; section = 9"},
    {"25-work-dark", kLying, "page = 16; section = 9; settings.dark = true"},
    {"25-work-large", kLying, "page = 16; section = 9; settings.largeMode = true"},
    {"25-work-empty", kLying, "page = 16; section = 9; work.records.clear(); work.emptyText = '这里还没有'"},
    {"00-components", kLying, "page = 13"},
    {"00-components-dark", kLying, "page = 13; settings.dark = true"},
};

bool isLoading(const QQuickItem& item)
{
    constexpr int kImageLoading = 2;
    if (item.property("source").isValid() && item.property("status").toInt() == kImageLoading)
        return true;
    const auto children = item.childItems();
    return std::any_of(children.begin(), children.end(), [](const QQuickItem* child) { return isLoading(*child); });
}

// Until icons (read in another thread) have come and the turn of the page is over.
void settle(QQuickWindow& window)
{
    constexpr int kFrames = 24;
    int frames = 0;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] {
        ++frames;
        window.requestUpdate();
    });
    window.requestUpdate();
    while (frames < kFrames || isLoading(*window.contentItem()))
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    QObject::disconnect(&window, &QQuickWindow::frameSwapped, &window, nullptr);
}

int takeScene(const Scene& scene, const QString& folder)
{
    QQmlApplicationEngine engine;
#ifdef LIANXIN_QML_STATIC
    engine.addImportPath("qrc:/qt/qml");
    const QUrl mainUrl("qrc:/qt/qml/Lianxin/Main.qml");
#else
    engine.addImportPath(qEnvironmentVariable("LIANXIN_QML"));
    const QUrl mainUrl = QUrl::fromLocalFile(qEnvironmentVariable("LIANXIN_QML") + "/Lianxin/Main.qml");
#endif
    engine.addImportPath(LIANXIN_STUBS);
    QQmlComponent component(&engine);
    component.setData("import Lianxin.App\nSession {}", QUrl());
    QObject* session = component.create();
    if (!session) {
        qCritical() << component.errors();
        return 1;
    }
    QQmlExpression(engine.contextForObject(session), session, QString::fromUtf8(scene.setup)).evaluate();
    session->setParent(&engine);
    engine.setInitialProperties(
        {{"session", QVariant::fromValue(session)}, {"width", scene.size.width()}, {"height", scene.size.height()}});
    engine.load(mainUrl);
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    settle(*window);
    window->grabWindow().save(folder + "/" + scene.name + ".png");
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString folder = arguments.value(1, ".");
    const QString wanted = arguments.value(2);
    QTranslator english;
    if (arguments.value(3) == "en" && english.load(":/i18n/lianxin_en.qm"))
        QGuiApplication::installTranslator(&english);
    int failed = 0;
    for (const Scene& scene : kScenes)
        if (QString(scene.name).contains(wanted)) {
            qInfo() << scene.name;
            failed += takeScene(scene, folder);
        }
    return failed;
}
