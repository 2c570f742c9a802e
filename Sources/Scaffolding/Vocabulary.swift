// The words themselves, one idea a line, in four languages: English, French, Spanish, Arabic; a fifth text holds words
// of others, for what must stay private. They are written as ``HeaderWords`` leaves them: small letters, no
// accents, no Arabic article, ة as ه and ى as ي.

/// The words by which columns are known.
enum Vocabulary {
    /// Each idea with its words, a text a language.
    static let all: [(Idea, [String])] = [
        (
            .killed,
            [
                "killed dead death* deceased fatal* kia",
                "mort morts mortes tue tues tuees deces decede*",
                "muert* fallecid* asesinad* mortal*", "قتل* قتيل* وفيات وفاه شهداء شهيد متوف*",
            ]
        ),
        (
            .injured,
            ["injur* inj wound* wnd hurt", "bless*", "herid* lesion*", "جرح* جريح مصاب* اصاب*"]
        ),
        (
            .children,
            [
                "child* kid kids minor minors infant*", "enfant* mineur*",
                "nino ninos nina ninas menor menores", "طفل اطفال قاصر*",
            ]
        ),
        (.women, ["woman women female*", "femme*", "mujer*", "نساء امراه اناث سيدات"]),
        (.men, ["man men male males", "homme*", "hombre*", "رجل رجال ذكور"]),
        (
            .min,
            [
                "min mini minimum low lowest lower least", "minimal* bas basse", "minim* bajo baja",
                "ادني اقل",
            ]
        ),
        (
            .max,
            [
                "max maxi maximum high highest upper most", "maximal* haut haute",
                "maxim* alto alta", "اقصي اعلي اكثر",
            ]
        ),
        (
            .conceded,
            [
                "conceded admitted acknowledged", "reconnu* admis*", "reconocid* admitid*",
                "معترف اعترف*",
            ]
        ),
        (
            .fighters,
            [
                "militant* combatant* fighter* isis soldier* troop* police* insurgent* terrorist* rebel* "
                    + "guerrilla* gunm* militia* servicem* personnel",
                "combattant* soldat* militaires policier* insurge* terroriste* rebelle* milicien*",
                "combatiente* soldado* policia* insurgente* terrorista* rebelde* guerrillero* militares",
                "مقاتل* مسلح* جندي جنود عسكريين عسكريون ارهابي* شرطه متمرد*",
            ]
        ),
        (.civilians, ["civ civilian*", "civil civils civile*", "civil civiles", "مدني* مدنيين"]),
        (.casualties, ["casualt* harm", "pertes", "bajas", "خسائر"]),
        (.estimate, ["best estimate*", "estimation*", "estimacion*", "تقدير*"]),
        (
            .birth,
            [
                "birth* born dob yob", "naissance* ne nee", "nacimiento* nacid*",
                "ميلاد مواليد ولاده",
            ]
        ),
        (.age, ["age ages", "age ages", "edad edades", "عمر اعمار"]),
        (.sex, ["sex gender", "sexe", "sexo", "جنس"]),
        (
            .total,
            [
                "number count total no num nb n sum", "nombre nbre effectif totaux",
                "numero cantidad", "عدد مجموع اجمالي",
            ]
        ),
        (.named, ["named", "nommes identifies", "nombrados identificad*", "مسمين"]),
        (
            .victims,
            [
                "victim victims people persons", "victime* personnes", "victima* personas",
                "ضحيه ضحايا اشخاص",
            ]
        ),
        (.date, ["date day dt when", "date jour", "fecha dia", "تاريخ يوم"]),
        (.start, ["start begin* from earliest", "debut", "inicio desde", "بدايه"]),
        (.end, ["end until latest", "fin jusqu*", "fin hasta", "نهايه"]),
        (.published, ["publish* publication", "publie*", "publicad* publicacion", "نشر"]),
        (
            .updated,
            [
                "update* updated modified edited", "maj modifie*", "actualiz* modificad*",
                "تحديث تعديل",
            ]
        ),
        (.time, ["time hour", "heure", "hora", "وقت ساعه"]),
        (
            .precision,
            [
                "accuracy precision exactness prec", "precision exactitude", "precision exactitud",
                "دقه",
            ]
        ),
        (
            .place,
            [
                "place location locality site geo where", "lieu endroit localisation",
                "lugar ubicacion sitio", "مكان موقع",
            ]
        ),
        (
            .district,
            [
                "district neighbourhood neighborhood quarter subdistrict admin2 adm2",
                "quartier arrondissement", "barrio distrito", "حي ناحيه",
            ]
        ),
        (
            .city,
            [
                "city town village", "ville commune", "ciudad municipio pueblo localidad",
                "مدينه بلده قريه",
            ]
        ),
        (
            .governorate,
            [
                "governorate province region admin1 adm1", "gouvernorat departement",
                "provincia departamento estado", "محافظه ولايه اقليم",
            ]
        ),
        (.country, ["country", "pays", "pais", "دوله بلد"]),
        (.latitude, ["lat latitude", "latitude", "latitud", "عرض"]),
        (.longitude, ["lon long lng longitude", "longitude", "longitud", "طول"]),
        (.coordinates, ["coord* gps latlon latlong", "coordonnees", "coordenadas", "احداثيات"]),
        (
            .military,
            [
                "military coalition uk army mgrs partner", "militaire armee", "militar ejercito",
                "عسكري* جيش تحالف",
            ]
        ),
        (
            .id,
            [
                "id ids code codes ref reference uid uuid identifier case", "identifiant",
                "codigo clave referencia caso", "رقم رمز معرف",
            ]
        ),
        (.previous, ["previous former old", "ancien*", "anterior*", "سابق*"]),
        (
            .grading,
            [
                "grading grade confidence reliability certainty verification verified",
                "fiabilite certitude verifie",
                "confianza fiabilidad certeza verificacion clasificacion",
                "درجه تصنيف موثوقيه مصداقيه تحقق",
            ]
        ),
        (
            .assessment,
            ["assessment finding verdict", "conclusion", "conclusion evaluacion", "تقييم"]
        ),
        (
            .belligerent,
            [
                "belligerent* perpetrator* attacker* actor responsible party",
                "auteur* responsable* acteur", "autor* agresor* perpetrador* responsable*",
                "جهه فاعل مسؤول* مسوول* طرف منفذ",
            ]
        ),
        (.kind, ["type kind method weapon", "genre arme", "tipo arma", "نوع سلاح"]),
        (.status, ["status state", "statut", "estatus", "حاله"]),
        (
            .strike,
            [
                "strike strikes attack incident event", "frappe* attaque*",
                "ataque* bombardeo* hecho* evento*", "غاره غارات قصف هجوم حادث*",
            ]
        ),
        (.url, ["url link web", "lien", "enlace", "رابط"]),
        (.source, ["source sources", "source sources", "fuente fuentes", "مصدر مصادر"]),
        (
            .summary,
            [
                "summary description narrative account details", "resume recit",
                "resumen descripcion relato detalle*", "وصف ملخص تفاصيل",
            ]
        ),
        (.person, ["name names fullname", "nom noms prenom", "nombres apellido*", "اسم اسماء"]),
        (
            .contact,
            [
                "contact* phone* tel telephone* mobile* cell email* mail witness* informant* interview* whatsapp telegram "
                    + "signal address investigator* researcher* analyst* reviewer* verifier* initials "
                    + "passport* national ssn nin kimlik device* imei enumerator* respondent* informer*",
                "temoin* adresse courriel portable enquet* verificateur* verificatrice* initiales passeport",
                "testigo* telefono correo direccion movil investigador* verificador* iniciales pasaporte "
                    + "cedula dni",
                "شاهد شهود هاتف جوال موبايل اتصال عنوان بريد محقق* باحث* مدقق* هويه جواز وطني",
                "телефон* мобил* контакт* адрес* почт* свидет* паспорт* информант* исследовател* опрошен* "
                    + "пошт* свидк* свідк* свідок* дослідник* імеил* опитан* респондент* "
                    + "telefon* adres* tanik* tanık* eposta pasaport* zeug* ausweis* anschrift endereco testemunha* "
                    + "тел תעודת טלפון* כתובת עדים העדים עד העד דרכון נייד تلفن* تماس* ادرس* نشاني نشانی شاهدان پاسپورت مصاحبه*",
            ]
        ),
        (
            .entry,
            [
                "submission submitted report reported entry entered recorded created collected logged",
                "saisie signale* signalement", "reportad* registro ingreso", "ادخال تسجيل ابلاغ",
            ]
        ),
        (.agent, ["by", "par", "por", "بواسطه"]),
        (
            .note,
            [
                "note notes comment* remark* internal", "remarque* commentaire*",
                "nota notas comentario* observacion*", "ملاحظ*",
            ]
        ),
    ]
}
