"""A small sheet for each kind of table, and the headings of the DfE's file."""

from datetime import date

from tests.importers.given import AISHA, NOAH, ZOE

_WHO = ["UPN", "Surname", "Forename", "Date of birth"]
_AISHA = [AISHA, "Ahmed", "Aisha", date(2014, 9, 3)]
_NOAH = [NOAH, "Baker", "Noah", date(2015, 3, 28)]
_ZOE = [ZOE, "Clarke", "Zoë", date(2014, 12, 31)]

_NCA = (
    "CurrLA,CurrESTAB,CurrDfENo,PrevDfENo,CurrURN,ToECode,Surname,Middlenames,Forename,"
    "DOB,Gender,CurrUPN,DCAReference,RecordSource,Subject,TestModification,TestStatus,"
    "TestMark1,TestMark1A,TestMark2,TestMark2A,TestMark3,TestMark3A,RawScore,TotalMarkA,"
    "ScaledScore,TestOutcome,Review,SpecialConsideration,CompensatoryMarks,RefTest"
)
# Some thirty columns of the DfE's file, in its own order.
_DFE = (
    "ACADYR,PupilMatchingRef,CANDNO,CAND_ID,UPN,SURNAME,FORENAMES,DOB,YEARGRP,SEX,LA,"
    "LA_9Code,ESTAB,LAESTAB,READOUTCOME,MATOUTCOME,GPSOUTCOME,READSCORE,"
    "READSCORE_noSpeccon,MATSCORE,MATSCORE_noSpeccon,GPSSCORE,WRITTAOUTCOME,READMRK,"
    "KS2READSCORE,KS2MATSCORE,FSM,SENTYPE,VERSION"
)
NCA, DFE = _NCA.split(","), _DFE.split(",")


def nca_row(upn, surname, forename, subject, raw, scaled, outcome):
    known = {
        "Surname": surname,
        "Forename": forename,
        "CurrUPN": upn,
        "DOB": "03/09/2014",
    }
    known |= {"Subject": subject, "RawScore": raw, "ScaledScore": scaled}
    known |= {"TestOutcome": outcome, "Gender": "F", "CurrLA": "801"}
    return [known.get(heading, "") for heading in NCA]


def dfe_row(upn, surname, forenames, **more):
    known = {"ACADYR": "2021/2022", "UPN": upn, "SURNAME": surname, "SEX": "F"}
    known |= {"FORENAMES": forenames, "DOB": "03/09/2010", "YEARGRP": "6", "FSM": "1"}
    known |= {
        "READSCORE": "112",
        "MATSCORE": "98",
        "READOUTCOME": "AS",
        "READMRK": "41",
    }
    known |= {"MATOUTCOME": "NS", "WRITTAOUTCOME": "GDS", "KS2READSCORE": "112"}
    return [{**known, **more}.get(heading, "") for heading in DFE]


_PHONICS = (
    "Phonics_ACADYR,Phonics_PUPILMATCHINGREF,Phonics_ID,Phonics_UPN,Phonics_SURNAME,"
    "Phonics_FORENAMES,Phonics_SEX,Phonics_DOB,Phonics_LA,Phonics_ESTAB,Phonics_URN,"
    "Phonics_NCYEARACTUAL,Phonics_TOE_CODE,Phonics_PHONICS_MARK,"
    "Phonics_PHONICS_OUTCOME,Phonics_VERSION"
)
_MTC = (
    "ACADYR,PupilMatchingRef,UPN,Surname,Forename,Sex,DOB,LA,LA_9Code,ESTAB,LAESTAB,"
    "URN,ToE_Code,FormMark,PupilStatus,ReasonNotTakingCheck"
)
_KS1 = (
    "ACADYR,PUPILMATCHINGREF,KS1_ID,UPN,SURNAME,FORENAMES,DOB,GENDER,SEX,LA,LA_9Code,"
    "ESTAB,LAESTAB,URN,ToE_CODE,MMSCH,MMSCH2,MSCH,MSCH2,MOB1,MOB2,DISC_READ,DISC_WRIT,"
    "DISC_MAT,DISC_SCI,READ_OUTCOME,WRIT_OUTCOME,MATH_OUTCOME,SCI_OUTCOME,NPDPUB,VERSION"
)
_FSP = (
    "FSP_ACADYR,FSP_PupilMatchingRef,FSP_UPN,FSP_SURNAME,FSP_FORENAME,FSP_DOB,FSP_SEX,"
    "FSP_MTH_ENTRY,FSP_LA,FSP_COM_E01,FSP_LIT_E08,FSP_LIT_E09,FSP_MAT_E11,FSP_AGE,"
    "FSP_GLD,FSP_VERSION"
)
_PREMIUM = (
    "UPN,Surname,Forename,Sex,DOB,NCYear,Deprivation Pupil Premium,Service Child "
    "Premium,Adopted from Care Premium,Looked After Premium,PupilPremiumFTE,"
    "PupilPremiumCashAmount,PupilPremiumFYStartDate,PupilPremiumFYEndDate,LastFSM"
)
_PHONICS, _MTC, _KS1, _FSP, _PREMIUM = (
    headings.split(",") for headings in (_PHONICS, _MTC, _KS1, _FSP, _PREMIUM)
)


def _of(headings, **cells):
    """Fill the columns whose names end or begin with what is given."""
    known = {"ACADYR": "2021/2022", "SEX": "F", "DOB": "03/09/2014", **cells}

    def cell(heading):
        plain = heading.partition("_")[2] if heading[:3] in ("Pho", "FSP") else heading
        plain = plain.removeprefix("PHONICS_")
        short = {"Deprivation Pupil Premium": "Deprivation"}.get(plain, plain)
        return known.get({"ReasonNotTakingCheck": "Check"}.get(short, short), "")

    return [cell(heading) for heading in headings]


SAMPLES = {
    "ks2_wide": [
        [*_WHO, "KS2 reading scaled score", "KS2 maths scaled score", "KS2 writing TA"],
        [*_AISHA, 112, 108, "GDS"],
        [*_NOAH, "N", 99, "EXS"],
        [*_ZOE, 101, 120, "WTS"],
    ],
    "ks2_results": [
        NCA,
        nca_row(AISHA, "AHMED", "AISHA", "Reading", 41, 112, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "Mathematics", 88, 108, "AS"),
        nca_row(NOAH, "BAKER", "NOAH", "English reading", "", "N", "NS"),
    ],
    "npd_ks2": [
        DFE,
        dfe_row(AISHA, "AHMED", "AISHA"),
        dfe_row(NOAH, "BAKER", "NOAH", READSCORE="", READOUTCOME="A"),
    ],
    "cat4": [
        [*_WHO, "Verbal SAS", "Quantitative SAS", "Non-verbal SAS", "Spatial SAS"],
        [*_AISHA, 118, 121, 109, 97],
        [*_NOAH, 88, 92, 101, 115],
    ],
    "midyis": [
        ["MidYIS 2025"],
        [*_WHO, "Vocabulary", "Maths", "Non-verbal", "Skills", "Overall", "Band"],
        [*_AISHA, 112, 101.4, 98, 121, 107.2, "B"],
        [*_NOAH, 88, 92, 101, 115, 99, "C"],
    ],
    "yellis": [
        [*_WHO, "Yellis Vocabulary Score", "Yellis Maths Score", "Yellis Overall Band"],
        [*_AISHA, 112, 101.4, "A"],
        [*_NOAH, 88, 92, "D"],
    ],
    "age_scores": [
        [*_WHO, "NGRT SAS", "NGRT Stanine", "NGRT NPR", "PTM SAS"],
        [*_AISHA, 118, 7, 88, 97],
        [*_NOAH, 88, 4, 21, 115],
    ],
    "phonics": [
        _PHONICS,
        _of(_PHONICS, UPN=AISHA, SURNAME="AHMED", FORENAMES="AISHA", MARK="38"),
        _of(_PHONICS, UPN=NOAH, SURNAME="BAKER", FORENAMES="NOAH", OUTCOME="WT"),
    ],
    "mtc": [
        _MTC,
        _of(_MTC, UPN=AISHA, Surname="AHMED", Forename="AISHA", FormMark="25"),
        _of(_MTC, UPN=NOAH, Surname="BAKER", Forename="NOAH", Check="J"),
    ],
    "ks1": [
        _KS1,
        _of(_KS1, UPN=AISHA, SURNAME="AHMED", FORENAMES="AISHA", READ_OUTCOME="GDS"),
        _of(_KS1, UPN=NOAH, SURNAME="BAKER", FORENAMES="NOAH", SCI_OUTCOME="EXS"),
    ],
    "eyfs": [
        _FSP,
        _of(_FSP, UPN=AISHA, SURNAME="AHMED", FORENAME="AISHA", LIT_E09="2", GLD="1"),
        _of(_FSP, UPN=NOAH, SURNAME="BAKER", FORENAME="NOAH", LIT_E09="1"),
    ],
    "pupil_premium": [
        _PREMIUM,
        _of(_PREMIUM, UPN=AISHA, Surname="AHMED", Forename="AISHA", Deprivation="1"),
        _of(_PREMIUM, UPN=NOAH, Surname="BAKER", Forename="NOAH", Deprivation="0"),
    ],
    "internal": [
        [*_WHO, "Form", "English", "Maths", "Maths target", "Science", "D&T", "House"],
        [*_AISHA, "7A", "5+", 6.2, 7, "Secure", "B*", "Red"],
        [*_NOAH, "7B", "4b", 5, 6, "Emerging", "C", "Blue"],
    ],
    "contacts": [
        [*_WHO, "Contact 1 Title", "Contact 1 Surname", "Contact 1 Email", "Postcode"],
        [*_AISHA, "Mrs", "Ahmed", "f.ahmed@example.org", "GR1 2AB"],
        [*_NOAH, "Mr", "Baker", "", "GR3 4CD"],
    ],
    "nominations": [
        [*_WHO, "Subject", "Nominated by", "Reason for nomination", "Date nominated"],
        [*_AISHA, "Maths", "Ms Hall", "Asks what lies behind a rule.", "15/09/2026"],
        [*_NOAH, "Music", "Mr Lee", "Plays by ear.", ""],
    ],
    "activities": [
        [*_WHO, "Form", "Activity", "Date", "Led by", "Attended", "Cost"],
        [*_AISHA, "7A", "Chess club", "14/10/2025", "Ms Hall", "Y", "£4.50"],
        [*_NOAH, "7B", "Theatre trip", "12/03/2026", "Mr Lee", "no", ""],
    ],
    "pupil_list": [
        [*_WHO, "Year group", "Reg group", "Pupil premium", "SEN status"],
        [*_AISHA, 7, "7A", "Y", "N"],
        [*_NOAH, 7, "7B", "N", "K"],
    ],
}
