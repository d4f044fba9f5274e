import type { Locale } from "../locales.ts";

interface FileWords {
  files: string;
  uploading(percent: number): string;
  waits: string;
  sendsLater: string;
  tooLarge(size: string): string;
  wrongKind: string;
  empty: string;
  tooMany: string;
  lost(names: string): string;
  remove(name: string): string;
  dismiss: string;
  open(name: string): string;
  download(name: string): string;
  scanning: string;
  infected: string;
}

/** The words about files, in all languages: they come with the code that says them. */
export const fileWords: Record<Locale, FileWords> = {
  en: {
    files: "Files to send",
    uploading: (percent) => `Uploading, ${percent}%`,
    waits: "Goes on when you are back online",
    sendsLater: "Your message goes out when the files are up.",
    tooLarge: (size) => `Too large: at most ${size}`,
    wrongKind: "Files of this kind are not accepted",
    empty: "This file is empty",
    tooMany: "A message takes 10 files at most.",
    lost: (names) => `Not sent before the page was left: ${names}. Please pick them again.`,
    remove: (name) => `Remove ${name}`,
    dismiss: "Dismiss",
    open: (name) => `Open ${name}`,
    download: (name) => `Download ${name}`,
    scanning: "Being checked for malware…",
    infected: "Removed: it contained malware",
  },
  de: {
    files: "Dateien zum Senden",
    uploading: (percent) => `Wird hochgeladen, ${percent} %`,
    waits: "Geht weiter, sobald Sie wieder online sind",
    sendsLater: "Ihre Nachricht geht hinaus, sobald die Dateien hochgeladen sind.",
    tooLarge: (size) => `Zu groß: höchstens ${size}`,
    wrongKind: "Dateien dieser Art werden nicht angenommen",
    empty: "Diese Datei ist leer",
    tooMany: "Eine Nachricht fasst höchstens 10 Dateien.",
    lost: (names) => `Nicht gesendet, bevor die Seite verlassen wurde: ${names}. Bitte wählen Sie sie noch einmal aus.`,
    remove: (name) => `${name} entfernen`,
    dismiss: "Ausblenden",
    open: (name) => `${name} öffnen`,
    download: (name) => `${name} herunterladen`,
    scanning: "Wird auf Schadsoftware geprüft …",
    infected: "Entfernt: enthielt Schadsoftware",
  },
  es: {
    files: "Archivos para enviar",
    uploading: (percent) => `Subiendo, ${percent} %`,
    waits: "Continúa cuando vuelva a tener conexión",
    sendsLater: "Su mensaje saldrá en cuanto se suban los archivos.",
    tooLarge: (size) => `Demasiado grande: como máximo ${size}`,
    wrongKind: "No se aceptan archivos de este tipo",
    empty: "Este archivo está vacío",
    tooMany: "Un mensaje admite 10 archivos como máximo.",
    lost: (names) => `No se enviaron antes de dejar la página: ${names}. Elíjalos de nuevo.`,
    remove: (name) => `Quitar ${name}`,
    dismiss: "Descartar",
    open: (name) => `Abrir ${name}`,
    download: (name) => `Descargar ${name}`,
    scanning: "Buscando software malicioso…",
    infected: "Eliminado: contenía software malicioso",
  },
  fr: {
    files: "Fichiers à envoyer",
    uploading: (percent) => `Envoi en cours, ${percent} %`,
    waits: "Reprendra quand vous serez de nouveau en ligne",
    sendsLater: "Votre message partira dès que les fichiers seront envoyés.",
    tooLarge: (size) => `Trop volumineux : ${size} au maximum`,
    wrongKind: "Les fichiers de ce type ne sont pas acceptés",
    empty: "Ce fichier est vide",
    tooMany: "Un message accepte 10 fichiers au maximum.",
    lost: (names) => `Non envoyés avant de quitter la page : ${names}. Veuillez les choisir à nouveau.`,
    remove: (name) => `Retirer ${name}`,
    dismiss: "Masquer",
    open: (name) => `Ouvrir ${name}`,
    download: (name) => `Télécharger ${name}`,
    scanning: "Recherche de logiciels malveillants…",
    infected: "Supprimé : contenait un logiciel malveillant",
  },
  ar: {
    files: "ملفات للإرسال",
    uploading: (percent) => `جارٍ الرفع، ${percent}%`,
    waits: "يُستأنف عند عودة الاتصال",
    sendsLater: "ستُرسل رسالتك عند اكتمال رفع الملفات.",
    tooLarge: (size) => `كبير جدًا: الحد الأقصى ${size}`,
    wrongKind: "لا تُقبل ملفات من هذا النوع",
    empty: "هذا الملف فارغ",
    tooMany: "تتسع الرسالة لعشرة ملفات على الأكثر.",
    lost: (names) => `لم تُرسل قبل مغادرة الصفحة: ${names}. يُرجى اختيارها مرة أخرى.`,
    remove: (name) => `إزالة ${name}`,
    dismiss: "إخفاء",
    open: (name) => `فتح ${name}`,
    download: (name) => `تنزيل ${name}`,
    scanning: "جارٍ فحص البرامج الضارة…",
    infected: "أُزيل: كان يحتوي على برنامج ضار",
  },
};
