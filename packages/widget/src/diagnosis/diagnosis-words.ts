import type { Locale } from "../locales.ts";
import type { Check, Fault } from "./diagnose.ts";

interface DiagnosisWords {
  title: string;
  checking: string;
  well: string;
  faults(count: number): string;
  again: string;
  unknown: string;
  close: string;
  /** For those who listen. */
  kinds: Record<"well" | "fault" | "unknown", string>;
  checks: Record<Check, string>;
  /** What to do. */
  advice: Record<Fault, string>;
}

/** For developers, in their language. Codes and names of headers stay as they are. */
export const diagnosisWords: Record<Locale, DiagnosisWords> = {
  en: {
    title: "Diagnosis",
    checking: "Checking this page …",
    well: "Everything works.",
    faults: (count) => (count === 1 ? "One thing to mend." : `${count} things to mend.`),
    again: "Check again",
    close: "Close",
    kinds: { well: "works", fault: "to be mended", unknown: "not checked" },
    unknown: "Could not be checked: mend the others first.",
    checks: {
      script: "Script",
      policy: "Content-Security-Policy",
      storage: "Storage",
      server: "Server",
      socket: "WebSocket",
      polling: "Long polling",
      clock: "Clock",
      domain: "Allowed website",
      identity: "Identity token",
    },
    advice: {
      script_twice: "The page carries the script more than once. Only the first counts: remove the others.",
      script_old:
        "This page runs an older widget than the server has. Reload it, and empty the caches in front of the script.",
      policy_blocks: "The page's policy forbids what the widget needs. Add what “pnpm deskbell csp” prints.",
      storage_denied:
        "The browser keeps nothing for this page. Chat works, but a reload begins anew: allow storage for this website.",
      server_unreachable: "The server does not answer. Check the address, the network, and extensions that block chat.",
      server_refuses: "The server answers with an error. Look for it in the server's log.",
      channel_not_found: "There is no channel with this key. Copy the snippet from the console again.",
      socket_blocked:
        "Something between here and the server does not let WebSockets pass. Chat works, slower: let your proxy upgrade connections on /socket.",
      polling_blocked:
        "Something between here and the server does not answer on /socket. It is needed where WebSockets are blocked: pass it on in your proxy.",
      clock_wrong:
        "The clock of this device differs from the server's. Set it: times are shown wrong, and tokens may look expired.",
      domain_not_allowed:
        "This website is not on the channel's list. Add it in the console, under the channel's settings.",
      token_failed: "getToken of your page fails. Look at its error, and let your server answer it.",
      identity_required:
        "This channel wants to know who somebody is, and the page has said nothing. Give getToken or identity.",
      identity_invalid: "The server does not believe the token. Sign it anew, with what the field below asks for.",
      identity_expired: "The token has expired. Let getToken ask for a new one each time.",
      identity_off: "This channel takes no proof of identity. Switch it on in its settings, or give none.",
    },
  },
  de: {
    title: "Diagnose",
    checking: "Diese Seite wird geprüft …",
    well: "Alles funktioniert.",
    faults: (count) => (count === 1 ? "Eine Sache ist zu beheben." : `${count} Dinge sind zu beheben.`),
    again: "Noch einmal prüfen",
    close: "Schließen",
    kinds: { well: "funktioniert", fault: "zu beheben", unknown: "nicht geprüft" },
    unknown: "Ließ sich nicht prüfen: Beheben Sie zuerst die anderen.",
    checks: {
      script: "Skript",
      policy: "Content-Security-Policy",
      storage: "Speicher",
      server: "Server",
      socket: "WebSocket",
      polling: "Long Polling",
      clock: "Uhr",
      domain: "Erlaubte Website",
      identity: "Identitäts-Token",
    },
    advice: {
      script_twice: "Die Seite enthält das Skript mehrmals. Nur das erste zählt: Entfernen Sie die anderen.",
      script_old:
        "Auf dieser Seite läuft ein älteres Widget, als der Server hat. Laden Sie neu und leeren Sie die Caches vor dem Skript.",
      policy_blocks:
        "Die Richtlinie der Seite verbietet, was das Widget braucht. Ergänzen Sie, was „pnpm deskbell csp“ ausgibt.",
      storage_denied:
        "Der Browser bewahrt für diese Seite nichts auf. Der Chat geht, beginnt nach dem Neuladen aber von vorn: Erlauben Sie dieser Website Speicher.",
      server_unreachable:
        "Der Server antwortet nicht. Prüfen Sie die Adresse, das Netz und Erweiterungen, die Chats blockieren.",
      server_refuses: "Der Server antwortet mit einem Fehler. Suchen Sie ihn im Protokoll des Servers.",
      channel_not_found:
        "Es gibt keinen Kanal mit diesem Schlüssel. Kopieren Sie den Code noch einmal aus der Konsole.",
      socket_blocked:
        "Etwas zwischen hier und dem Server lässt WebSockets nicht durch. Der Chat geht, langsamer: Lassen Sie Ihren Proxy Verbindungen auf /socket umschalten.",
      polling_blocked:
        "Etwas zwischen hier und dem Server beantwortet /socket nicht. Das wird gebraucht, wo WebSockets blockiert sind: Leiten Sie es in Ihrem Proxy weiter.",
      clock_wrong:
        "Die Uhr dieses Geräts weicht von der des Servers ab. Stellen Sie sie: Zeiten werden falsch gezeigt, und Token können abgelaufen scheinen.",
      domain_not_allowed:
        "Diese Website steht nicht auf der Liste des Kanals. Ergänzen Sie sie in der Konsole, in den Einstellungen des Kanals.",
      token_failed:
        "getToken Ihrer Seite schlägt fehl. Sehen Sie sich den Fehler an und lassen Sie Ihren Server antworten.",
      identity_required:
        "Dieser Kanal will wissen, wer jemand ist, und die Seite hat nichts gesagt. Geben Sie getToken oder identity an.",
      identity_invalid:
        "Der Server glaubt dem Token nicht. Unterschreiben Sie es neu, mit dem, was das Feld unten verlangt.",
      identity_expired: "Das Token ist abgelaufen. Lassen Sie getToken jedes Mal ein neues holen.",
      identity_off:
        "Dieser Kanal nimmt keinen Nachweis an. Schalten Sie ihn in den Einstellungen ein, oder geben Sie keinen.",
    },
  },
  es: {
    title: "Diagnóstico",
    checking: "Comprobando esta página…",
    well: "Todo funciona.",
    faults: (count) => (count === 1 ? "Hay una cosa que arreglar." : `Hay ${count} cosas que arreglar.`),
    again: "Comprobar de nuevo",
    close: "Cerrar",
    kinds: { well: "funciona", fault: "por arreglar", unknown: "sin comprobar" },
    unknown: "No se pudo comprobar: arregle antes lo demás.",
    checks: {
      script: "Script",
      policy: "Content-Security-Policy",
      storage: "Almacenamiento",
      server: "Servidor",
      socket: "WebSocket",
      polling: "Sondeo largo",
      clock: "Reloj",
      domain: "Sitio permitido",
      identity: "Token de identidad",
    },
    advice: {
      script_twice: "La página incluye el script más de una vez. Solo cuenta el primero: quite los demás.",
      script_old:
        "Esta página usa un widget más antiguo que el del servidor. Recárguela y vacíe las cachés que haya delante del script.",
      policy_blocks:
        "La política de la página prohíbe lo que el widget necesita. Añada lo que muestra «pnpm deskbell csp».",
      storage_denied:
        "El navegador no guarda nada para esta página. El chat funciona, pero empieza de cero al recargar: permita el almacenamiento a este sitio.",
      server_unreachable:
        "El servidor no responde. Compruebe la dirección, la red y las extensiones que bloquean chats.",
      server_refuses: "El servidor responde con un error. Búsquelo en el registro del servidor.",
      channel_not_found: "No hay ningún canal con esta clave. Copie de nuevo el código desde la consola.",
      socket_blocked:
        "Algo entre este equipo y el servidor no deja pasar WebSockets. El chat funciona, más lento: permita que su proxy actualice las conexiones de /socket.",
      polling_blocked:
        "Algo entre este equipo y el servidor no responde en /socket. Hace falta donde los WebSockets están bloqueados: páselo en su proxy.",
      clock_wrong:
        "El reloj de este dispositivo difiere del del servidor. Ajústelo: las horas se muestran mal y los tokens pueden parecer caducados.",
      domain_not_allowed: "Este sitio no está en la lista del canal. Añádalo en la consola, en los ajustes del canal.",
      token_failed: "Falla getToken de su página. Mire su error y haga que su servidor responda.",
      identity_required:
        "Este canal quiere saber quién es cada persona y la página no ha dicho nada. Indique getToken o identity.",
      identity_invalid: "El servidor no da por bueno el token. Fírmelo de nuevo con lo que pide el campo de abajo.",
      identity_expired: "El token ha caducado. Haga que getToken pida uno nuevo cada vez.",
      identity_off: "Este canal no admite pruebas de identidad. Actívelas en sus ajustes o no dé ninguna.",
    },
  },
  fr: {
    title: "Diagnostic",
    checking: "Vérification de cette page…",
    well: "Tout fonctionne.",
    faults: (count) => (count === 1 ? "Un point à corriger." : `${count} points à corriger.`),
    again: "Vérifier à nouveau",
    close: "Fermer",
    kinds: { well: "fonctionne", fault: "à corriger", unknown: "non vérifié" },
    unknown: "Impossible à vérifier : corrigez d’abord le reste.",
    checks: {
      script: "Le script",
      policy: "Content-Security-Policy",
      storage: "Stockage",
      server: "Serveur",
      socket: "WebSocket",
      polling: "Interrogation longue",
      clock: "Horloge",
      domain: "Site autorisé",
      identity: "Jeton d’identité",
    },
    advice: {
      script_twice: "La page contient le script plusieurs fois. Seul le premier compte : retirez les autres.",
      script_old:
        "Cette page utilise un widget plus ancien que celui du serveur. Rechargez-la et videz les caches placés devant le script.",
      policy_blocks:
        "La politique de la page interdit ce dont le widget a besoin. Ajoutez ce qu’affiche « pnpm deskbell csp ».",
      storage_denied:
        "Le navigateur ne conserve rien pour cette page. Le chat fonctionne, mais recommence à zéro au rechargement : autorisez le stockage pour ce site.",
      server_unreachable:
        "Le serveur ne répond pas. Vérifiez l’adresse, le réseau et les extensions qui bloquent les chats.",
      server_refuses: "Le serveur répond par une erreur. Cherchez-la dans le journal du serveur.",
      channel_not_found: "Aucun canal n’a cette clé. Copiez à nouveau le code depuis la console.",
      socket_blocked:
        "Quelque chose entre ici et le serveur ne laisse pas passer les WebSockets. Le chat fonctionne, plus lentement : laissez votre proxy basculer les connexions de /socket.",
      polling_blocked:
        "Quelque chose entre ici et le serveur ne répond pas sur /socket. C’est nécessaire là où les WebSockets sont bloquées : transmettez-le dans votre proxy.",
      clock_wrong:
        "L’horloge de cet appareil diffère de celle du serveur. Réglez-la : les heures sont fausses et des jetons peuvent sembler expirés.",
      domain_not_allowed:
        "Ce site n’est pas dans la liste du canal. Ajoutez-le dans la console, dans les réglages du canal.",
      token_failed: "getToken de votre page échoue. Regardez son erreur et faites répondre votre serveur.",
      identity_required: "Ce canal veut savoir qui est chacun, et la page n’a rien dit. Donnez getToken ou identity.",
      identity_invalid:
        "Le serveur ne reconnaît pas le jeton. Signez-le à nouveau, avec ce que demande le champ ci-dessous.",
      identity_expired: "Le jeton a expiré. Faites demander un nouveau jeton à getToken chaque fois.",
      identity_off: "Ce canal n’accepte aucune preuve d’identité. Activez-la dans ses réglages, ou n’en donnez pas.",
    },
  },
  ar: {
    title: "التشخيص",
    checking: "جارٍ فحص هذه الصفحة…",
    well: "كل شيء يعمل.",
    faults: (count) =>
      count === 1
        ? "أمر واحد يحتاج إلى إصلاح."
        : count === 2
          ? "أمران يحتاجان إلى إصلاح."
          : `أمور تحتاج إلى إصلاح: ${count}.`,
    again: "افحص مرة أخرى",
    close: "إغلاق",
    kinds: { well: "يعمل", fault: "يحتاج إلى إصلاح", unknown: "لم يُفحص" },
    unknown: "تعذّر الفحص: أصلح الأمور الأخرى أولًا.",
    checks: {
      script: "السكربت",
      policy: "سياسة أمان المحتوى",
      storage: "التخزين",
      server: "الخادم",
      socket: "WebSocket",
      polling: "الاستطلاع الطويل",
      clock: "الساعة",
      domain: "الموقع المسموح به",
      identity: "رمز الهوية",
    },
    advice: {
      script_twice: "تحمل الصفحة السكربت أكثر من مرة. الأول وحده هو المعتمد: أزل الباقي.",
      script_old: "تعمل هذه الصفحة بأداة أقدم من التي على الخادم. أعد تحميلها وأفرغ الذاكرات الوسيطة أمام السكربت.",
      policy_blocks: "تمنع سياسة الصفحة ما تحتاجه الأداة. أضف ما يطبعه الأمر ‎pnpm deskbell csp‎.",
      storage_denied:
        "لا يحفظ المتصفح شيئًا لهذه الصفحة. تعمل المحادثة لكنها تبدأ من جديد بعد إعادة التحميل: اسمح لهذا الموقع بالتخزين.",
      server_unreachable: "الخادم لا يستجيب. تحقق من العنوان والشبكة والإضافات التي تحجب المحادثات.",
      server_refuses: "يجيب الخادم بخطأ. ابحث عنه في سجل الخادم.",
      channel_not_found: "لا توجد قناة بهذا المفتاح. انسخ الشيفرة من لوحة التحكم مرة أخرى.",
      socket_blocked:
        "شيء ما بين هنا والخادم لا يمرر WebSocket. تعمل المحادثة لكن أبطأ: اسمح للوكيل بترقية الاتصالات على ‎/socket‎.",
      polling_blocked: "شيء ما بين هنا والخادم لا يجيب على ‎/socket‎. وهو لازم حيث تُحجب WebSocket: مرره عبر الوكيل.",
      clock_wrong: "تختلف ساعة هذا الجهاز عن ساعة الخادم. اضبطها: الأوقات تظهر خاطئة وقد تبدو الرموز منتهية.",
      domain_not_allowed: "هذا الموقع ليس في قائمة القناة. أضفه في لوحة التحكم ضمن إعدادات القناة.",
      token_failed: "تفشل الدالة getToken في صفحتك. انظر إلى خطئها واجعل خادمك يجيب.",
      identity_required: "تريد هذه القناة معرفة من هو الزائر ولم تقل الصفحة شيئًا. قدّم getToken أو identity.",
      identity_invalid: "لا يثق الخادم بالرمز. وقّعه من جديد بما يطلبه الحقل أدناه.",
      identity_expired: "انتهت صلاحية الرمز. اجعل getToken تطلب رمزًا جديدًا كل مرة.",
      identity_off: "لا تقبل هذه القناة إثبات الهوية. فعّله في إعداداتها أو لا تقدّم أي إثبات.",
    },
  },
};
