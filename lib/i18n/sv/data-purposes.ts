// Swedish: what data are used for, by which right, and which kinds of data there are.

/** Each change of a text of a purpose raises the version of the purpose. */
export const dataPurposesSv = {
  title: "Vad uppgifterna används till",
  basisTitle: "Stöd i lagen",
  dataTitle: "Uppgifter",
  basis: {
    consent: "Ditt samtycke. Du kan ta tillbaka det när du vill.",
    contract: "Avtalet med dig: utan uppgifterna går det inte att göra det du bett om.",
    "legal-obligation": "Lagen kräver det.",
    "legitimate-interest": "Vårt berättigade intresse. Du kan invända mot det.",
  },
  dataTypes: {
    name: "namn",
    email: "e-post",
    phone: "telefonnummer",
    location: "platser",
    booking_history: "resor",
    message: "meddelande till föraren",
    price: "pris och moms",
    sign_in: "inloggning",
    network: "nätadress",
    device: "enhet",
    driver_code: "förarkod",
    request: "det du begärt",
  },
  of: {
    rides: {
      title: "Köra resan",
      text: "Vi behöver veta vem som reser, vart och när, för att köra resan du bokat.",
    },
    messages: {
      title: "Berätta om resan",
      text: "Du får veta att resan är bokad, ändrad eller avbokad, och när bilen är på väg.",
    },
    accounts: {
      title: "Ditt konto",
      text: "Kontot visar dina resor och släpper bara in dig.",
    },
    "own-places": {
      title: "Platser du sparar",
      text: "Platser som hem och jobb finns i ditt konto tills du tar bort dem.",
    },
    bookkeeping: {
      title: "Bokföring",
      text: "Pris, moms, sträcka och tid för varje resa sparas så länge bokföringslagen kräver.",
    },
    fleet: {
      title: "Förare",
      text: "Förarens namn och förarkod står på kvitton och visar vem som körde.",
    },
    "work-log": {
      title: "Medarbetare",
      text: "Vem som arbetar här, och vem som gjort vad, så att fel går att reda ut.",
    },
    abuse: {
      title: "Skydd mot intrång och missbruk",
      text: "Vi räknar försök och minns inloggningar, så att ingen kommer åt det som är ditt.",
    },
    faults: {
      title: "Laga fel",
      text: "När något går sönder räknar vi hur många det drabbar.",
    },
    rights: {
      title: "Dina rättigheter",
      text: "Det du begärt om dina uppgifter, och vad vi svarat, sparas så att det går att visa.",
    },
    "price-proof": {
      title: "Visa vilket pris du fick",
      text: "Priset du fick före resan sparas så länge det måste gå att visa.",
    },
    subscribers: {
      title: "Program som följer resor",
      text:
        "Program som företaget har valt får veta att en resa bokats, ändrats eller körts, utan namn och platser.",
    },
    statistics: {
      title: "Statistik",
      text: "Vi räknar resor, sträckor och pris. Ingen människa går att se i siffrorna.",
    },
    sealing: {
      title: "Lås på uppgifterna",
      text: "Det vi sparar om dig är låst med en egen nyckel, som förstörs när du raderas.",
    },
    breaches: {
      title: "Om något går fel med uppgifter",
      text: "Vi skriver upp vad som hände, vad vi gjorde och vilka som hade tillgång.",
    },
    reminders: {
      title: "Påminnelser",
      text: "Vi påminner dig om en resa innan den börjar. Resan fungerar lika bra utan.",
    },
    data_processing: {
      title: "Annat som du sagt ja till",
      text: "Ett program som arbetar med oss har frågat dig om det får använda uppgifterna.",
    },
  },
};
